package webhookinspector.rest;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import webhookinspector.subscriptions.Refused;

/**
 * Which addresses a webhook may have.
 *
 * @param strict refuse what the internet cannot reach, as Asana does; else loopback is allowed,
 *     which is what a local Asana is for
 */
public record Targets(boolean strict) {

  void check(URI target) {
    if (strict && isLocal(target.getHost())) {
      throw Refused.forbidden(
          "target: " + target.getHost() + " cannot be reached from the internet");
    }
  }

  private static boolean isLocal(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.endsWith(".localhost") || !name.contains(".")) {
      return !name.contains(":") || isLocalAddress(name);
    }
    return isLocalAddress(name);
  }

  private static boolean isLocalAddress(String literal) {
    if (!literal.matches("[0-9.]+|\\[.*\\]")) {
      return false; // a name; what it resolves to is not our business
    }
    try {
      InetAddress address = InetAddress.getByName(literal);
      return address.isLoopbackAddress()
          || address.isSiteLocalAddress()
          || address.isLinkLocalAddress()
          || address.isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
