package webhookinspector.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses may be connected to. Decided on the address itself, after every name was
 * resolved: public ones and this machine, but never the program's own ports; other networks only
 * when the operator named them.
 *
 * @param ownPorts receiver and admin port: a delivery must not come back as a new one
 * @param allowed networks of the operator's own, in CIDR form, such as 10.1.0.0/16
 */
public record TargetPolicy(Set<Integer> ownPorts, List<Network> allowed) {

  public TargetPolicy {
    ownPorts = Set.copyOf(ownPorts);
    allowed = List.copyOf(allowed);
  }

  /** Why an address must not be reached, one line with the next step; empty when it may. */
  public Optional<String> objection(InetAddress address, int port) {
    AddressKind kind = AddressKind.of(address);
    if (kind == AddressKind.LOOPBACK && ownPorts.contains(port)) {
      return Optional.of(
          "port " + port + " is this program's own: a delivery would come back as a new one");
    }
    if (kind == AddressKind.PUBLIC || kind == AddressKind.LOOPBACK) {
      return Optional.empty();
    }
    String shown = address.getHostAddress();
    if (kind == AddressKind.PRIVATE
        && allowed.stream().anyMatch(network -> network.holds(address))) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case PRIVATE ->
              shown + " lies in a private network. Allow it by --allow-target " + shown + "/32";
          case METADATA ->
              shown + " answers with credentials of this machine; nothing is ever sent there";
          default -> shown + " is no address of a receiver";
        });
  }
}
