package webhookinspector.app;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import webhookinspector.egress.Network;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.TargetPolicy;
import webhookinspector.egress.socket.SocketOutbound;
import webhookinspector.inbox.InboxKey;
import webhookinspector.reconcile.Accountant;
import webhookinspector.watch.Hearing;
import webhookinspector.watch.Patrol;
import webhookinspector.watch.Rounds;
import webhookinspector.watch.SelfPings;
import webhookinspector.watch.Watch;

/** The health watch of a holder: what turns when. */
final class Watching implements AutoCloseable {

  /** Real time; a change of state is told this late at most. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** An address may lead to a proxy in a network of the operator's own. */
  private static final List<Network> ANYWHERE =
      List.of(Network.parse("0.0.0.0/0"), Network.parse("::/0"));

  private final Core core;
  private final Patrol patrol = new Patrol(REST);
  private final Rounds rounds;
  private final SelfPings pings;
  private final Accountant accountant;
  private volatile Set<String> ownAddress = Set.of();

  /**
   * @param accountant told when to make the accounts of our webhooks
   */
  Watching(Core core, InstantSource clock, Accountant accountant) {
    this.accountant = accountant;
    this.core = core;
    this.rounds = new Rounds(core.asana(), core.registry(), core.watch(), clock);
    this.pings =
        new SelfPings(outbound(), this::addresses, new SecureRandom(), clock, core.watch());
  }

  /** Pings go where webhooks are delivered to, this machine and our own port included. */
  private static Outbound outbound() {
    return new SocketOutbound(new TargetPolicy(Set.of(), ANYWHERE));
  }

  /** The receiver was asked for a key that no inbox has. */
  void saw(InboxKey unknown) {
    pings.saw(unknown);
  }

  /** The receiver listens. */
  void start(PublicAddress address) {
    URI known = address.known();
    ownAddress = known == null ? Set.of() : Set.of(known.toString().replaceFirst("/+$", ""));
    Watch watch = core.watch();
    patrol.again("watch-rounds", rounds::makeWhenDue);
    patrol.again("watch-pings", pings::pingWhenDue);
    patrol.again("reconcile", accountant::makeWhenDue);
    patrol.again(
        "watch-look",
        () -> {
          watch.look();
          core.state().trouble("webhooks", watch.trouble());
        });
    Thread.ofVirtual()
        .name("watch-remembers")
        .start(() -> new Hearing(watch).remember(core.history()));
  }

  /** By inbox, how many events were missing in its last account. */
  Map<String, Integer> missing() {
    return accountant.missing();
  }

  private Set<String> addresses() {
    var all = new TreeSet<>(core.watch().addresses());
    all.addAll(ownAddress);
    return all;
  }

  @Override
  public void close() {
    patrol.close();
  }
}
