package webhookinspector.app;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import webhookinspector.command.Argv;
import webhookinspector.command.Command;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Network;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;
import webhookinspector.egress.socket.SocketOutbound;
import webhookinspector.forward.CommandSender;
import webhookinspector.forward.HttpSender;
import webhookinspector.forward.Sender;
import webhookinspector.forward.Senders;
import webhookinspector.forward.Wanted;
import webhookinspector.inspection.Names;

/** Everything that leaves for a target leaves through here, never to ourselves. */
final class WayOut implements Senders {

  private final List<Network> allowed;
  private final Names names;
  private final InstantSource clock;
  private final Set<Integer> ownPorts = ConcurrentHashMap.newKeySet();
  private volatile @Nullable URI ownAddress;

  /**
   * @param allowed private networks that the operator named
   * @param names for what commands are told
   */
  WayOut(List<Network> allowed, Names names, InstantSource clock) {
    this.allowed = List.copyOf(allowed);
    this.names = names;
    this.clock = clock;
  }

  /** That port is ours: what is sent there would come back as a new delivery. */
  void never(int port) {
    ownPorts.add(port);
  }

  /** The same of our public address, if there is one. */
  void never(@Nullable URI address) {
    ownAddress = address;
  }

  Outbound outbound() {
    return new SocketOutbound(new TargetPolicy(ownPorts, allowed));
  }

  @Override
  public Sender to(String address, Headers own) {
    if (address.startsWith(Wanted.EXEC)) {
      List<String> words = Argv.parse(address.substring(Wanted.EXEC.length())).words();
      var command = new Command(words, AccessToken.VARIABLES, CommandSender.PATIENCE);
      return new CommandSender(command, names);
    }
    return new HttpSender(Target.parse(address), own, outbound(), clock);
  }

  @Override
  public void refuseDenied(String address) {
    if (!address.startsWith(Wanted.EXEC)) {
      allowed(Target.parse(address));
    }
  }

  /** The same target, if anything may ever be sent there. */
  Target allowed(Target target) {
    URI own = ownAddress;
    if (own != null && leadsTo(target.uri(), own)) {
      throw denied(
          target,
          "it is this program's own public address: a delivery would come back as a new one");
    }
    Optional<String> objection = outbound().objection(target);
    if (objection.isPresent()) {
      throw denied(target, objection.get());
    }
    return target;
  }

  private static boolean leadsTo(URI there, URI own) {
    return there.getHost().equalsIgnoreCase(own.getHost()) && port(there) == port(own);
  }

  private static int port(URI address) {
    return address.getPort() > 0
        ? address.getPort()
        : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  private static IllegalArgumentException denied(Target target, String why) {
    return new IllegalArgumentException("target: " + target + ": " + why);
  }
}
