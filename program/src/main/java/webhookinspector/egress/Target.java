package webhookinspector.egress;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a copy of a delivery goes: an absolute http or https address without user part and
 * fragment, whose host is a name, a plain IPv4 address or an IPv6 address in brackets. Other
 * spellings of addresses are refused, for two readers could take them for two places.
 */
public record Target(URI uri) {

  public Target {
    String problem = problem(uri);
    if (problem != null) {
      throw new IllegalArgumentException(
          "target: " + uri + " (expected: " + problem + ")\nSuch as http://localhost:3000/hook.");
    }
  }

  /**
   * Reads what a user typed.
   *
   * @throws IllegalArgumentException with what was expected
   */
  public static Target parse(String text) {
    try {
      return new Target(new URI(text));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "target: "
              + text.replaceAll("\\p{Cntrl}", "?")
              + " (expected: an http or https address)\n"
              + "Such as http://localhost:3000/hook.");
    }
  }

  private static @Nullable String problem(URI uri) {
    String scheme = uri.getScheme();
    if (scheme == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
      return "http or https";
    }
    String host = uri.getHost();
    if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return "a host, no user part and no fragment";
    }
    if (!host.startsWith("[") && looksLikeANumber(host) && !isPlainIpv4(host)) {
      return "an IPv4 address written plainly, such as 127.0.0.1";
    }
    if (host.endsWith(".") || uri.getPort() == 0 || uri.getPort() > 65_535) {
      return "a host without a trailing dot and a port of 1 to 65535";
    }
    return null;
  }

  /** Whether a target's host is an address, and no name that has to be looked up. */
  public static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0 || isPlainIpv4(host);
  }

  private static boolean looksLikeANumber(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    return last.matches("[0-9]+|0[xX][0-9a-fA-F]*");
  }

  private static boolean isPlainIpv4(String host) {
    String part = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    return host.matches(part + "(\\." + part + "){3}");
  }

  /** Whether the way there is encrypted. */
  public boolean secure() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  /** A name, a plain IPv4 address, or an IPv6 address without its brackets. */
  public String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** 1 to 65535. */
  public int port() {
    return uri.getPort() > 0 ? uri.getPort() : secure() ? 443 : 80;
  }

  /** What stands in the request line: path and query as they were typed. */
  public String requestTarget() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /** What stands in {@code Host}. */
  public String authority() {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
