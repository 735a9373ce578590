package webhookinspector.web;

import java.util.List;

/**
 * Where the admin port listens.
 *
 * @param host a loopback address; anything else is refused at start unless {@code beyondLoopback}
 * @param port 0 picks a free one
 * @param allowedHosts further values of {@code Host}, such as {@code inspector.lan:8091}; with one
 *     of them, the signs of a proxy are accepted too
 * @param beyondLoopback whether the operator asked for an address that others can reach
 */
public record AdminSettings(
    String host, int port, List<String> allowedHosts, boolean beyondLoopback) {

  public AdminSettings {
    allowedHosts = List.copyOf(allowedHosts);
  }

  /** On 127.0.0.1 only. */
  public static AdminSettings loopback(int port) {
    return new AdminSettings("127.0.0.1", port, List.of(), false);
  }
}
