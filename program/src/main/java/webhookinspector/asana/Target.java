package webhookinspector.asana;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a webhook may point to. */
public final class Target {

  private Target() {}

  /**
   * Refuses, before Asana is asked, a target that Asana cannot reach: this machine and private
   * networks. An Asana on loopback, which is the simulator, reaches them. Reads the text only.
   *
   * @param apiBase of the Asana that will post to it
   * @throws IllegalArgumentException without the path, which holds the inbox's key
   */
  public static void check(URI apiBase, URI target) {
    String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
    if (target.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "target: " + shown(target) + " (expected: an http or https address)");
    }
    if (!Loopback.is(apiBase.getHost()) && isPrivate(target.getHost())) {
      throw new IllegalArgumentException(
          "target: "
              + shown(target)
              + " (expected: an address that Asana can reach from the internet)\n"
              + "Use --tunnel ngrok, or give the public address of the receiver: --public-url URL");
    }
  }

  private static boolean isPrivate(@Nullable String host) {
    String plain = String.valueOf(host).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    return Loopback.is(plain)
        || plain.endsWith(".localhost")
        || plain.endsWith(".local")
        || plain.endsWith(".internal")
        || plain.equals("0.0.0.0")
        || plain.matches("10(\\.\\d{1,3}){3}")
        || plain.matches("192\\.168(\\.\\d{1,3}){2}")
        || plain.matches("172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}")
        || plain.matches("169\\.254(\\.\\d{1,3}){2}")
        || plain.matches("100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])(\\.\\d{1,3}){2}")
        || plain.matches("\\[(f[cd]|fe[89ab]).*");
  }

  private static String shown(URI target) {
    return target.getScheme()
        + "://"
        + target.getHost()
        + (target.getPort() < 0 ? "" : ":" + target.getPort())
        + "/…";
  }
}
