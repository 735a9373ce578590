package webhookinspector.tunnel.given;

import java.net.URI;
import java.util.Locale;
import webhookinspector.tunnel.Tunnel;

/** A public address that the user gave and looks after. */
public final class GivenTunnel implements Tunnel {

  private final URI publicUrl;

  /**
   * @throws IllegalArgumentException if it is not an http or https address without query and
   *     fragment
   */
  public GivenTunnel(URI publicUrl) {
    String scheme = String.valueOf(publicUrl.getScheme()).toLowerCase(Locale.ROOT);
    boolean usable =
        (scheme.equals("https") || scheme.equals("http"))
            && publicUrl.getHost() != null
            && publicUrl.getRawUserInfo() == null
            && publicUrl.getRawQuery() == null
            && publicUrl.getRawFragment() == null;
    if (!usable) {
      throw new IllegalArgumentException(
          "public-url: "
              + shown(publicUrl)
              + " (expected: an address such as https://inspector.example.com)");
    }
    this.publicUrl = URI.create(publicUrl.toString().replaceFirst("/+$", ""));
  }

  /** Without what may be a password. */
  private static String shown(URI url) {
    return url.getRawUserInfo() == null
        ? url.toString()
        : url.getScheme() + "://…@" + url.getHost();
  }

  @Override
  public OpenTunnel open(int receiverPort) {
    return new OpenTunnel() {
      @Override
      public URI publicUrl() {
        return publicUrl;
      }

      @Override
      public void close() {}
    };
  }
}
