package webhookinspector.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;

/** An address to send copies to: how it is read, and whether it may be reached. */
public final class TargetAddress {

  private static final TargetPolicy POLICY = new TargetPolicy(Set.of(8090, 8091), List.of());

  private TargetAddress() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    read(new String(data, UTF_8));
    if (data.length == 4 || data.length == 16) {
      judge(data);
    }
  }

  private static void read(String text) {
    try {
      Target target = Target.parse(text);
      Promise.that(target.port() >= 1 && target.port() <= 65_535, "a port is a port");
      String line = target.requestTarget() + target.authority();
      Promise.that(
          line.chars().noneMatch(c -> c <= ' ' || c == 0x7f), "no address can split a request");
      Promise.that(!target.authority().contains("@"), "no user part is ever sent");
    } catch (IllegalArgumentException e) {
      Promise.that(
          e.getMessage() != null && e.getMessage().contains("(expected: "),
          "a refusal says what was expected");
    }
  }

  private static void judge(byte[] bytes) {
    try {
      InetAddress address = InetAddress.getByAddress(bytes);
      boolean allowed = POLICY.objection(address, 80).isEmpty();
      boolean inside =
          address.isSiteLocalAddress()
              || address.isLinkLocalAddress()
              || address.isMulticastAddress()
              || address.isAnyLocalAddress();
      Promise.that(!allowed || !inside, "no address inside somebody's network is reached");
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // 4 and 16 bytes are always an address
    }
  }
}
