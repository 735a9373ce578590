package webhookinspector.asana;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** The address of Asana's API, and who else may be given the token in its stead. */
public final class AsanaBase {

  /** The real one (API description, servers). */
  public static final URI DEFAULT = URI.create("https://app.asana.com/api/1.0");

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private AsanaBase() {}

  /**
   * Lets through Asana itself and loopback; anybody else would get the token, so only when the user
   * said so.
   *
   * @return the base without a trailing slash
   * @throws IllegalArgumentException otherwise
   */
  public static URI check(URI base, boolean allowed) {
    String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
    boolean plain =
        base.getHost() != null
            && base.getRawUserInfo() == null
            && base.getRawQuery() == null
            && base.getRawFragment() == null;
    if (!plain || !SCHEMES.contains(scheme)) {
      throw new IllegalArgumentException(
          "api-base: " + shown(base) + " (expected: a plain address such as " + DEFAULT + ")");
    }
    URI trimmed = URI.create(base.toString().replaceFirst("/+$", ""));
    if (trimmed.equals(DEFAULT) || Loopback.is(base.getHost()) || allowed) {
      return trimmed;
    }
    throw new IllegalArgumentException(
        "api-base: "
            + shown(base)
            + " (expected: "
            + DEFAULT
            + " or a loopback address; your token goes there)\n"
            + "If that server may have the token, add --allow-api-base.");
  }

  private static String shown(URI base) {
    return base.getScheme()
        + "://"
        + base.getHost()
        + (base.getPort() < 0 ? "" : ":" + base.getPort());
  }
}
