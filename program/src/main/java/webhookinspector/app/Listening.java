package webhookinspector.app;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import webhookinspector.intake.Tls;

/**
 * Where the holder of a folder listens, and how the world reaches it.
 *
 * @param receiverPort for deliveries; 0 picks a free one
 * @param adminPort for page and commands; 0 picks a free one
 * @param others whether free ports will do when these are taken
 * @param publicUrl the address that the user gave, or null
 * @param tunnel who provides one otherwise
 * @param receiverHost the address that the receiver port listens at
 * @param tls what makes the receiver port speak TLS, or null
 */
public record Listening(
    int receiverPort,
    int adminPort,
    boolean others,
    @Nullable URI publicUrl,
    TunnelChoice tunnel,
    String receiverHost,
    @Nullable Tls tls) {

  /** This machine only: enough for a tunnel or a proxy beside us. */
  public static final String RECEIVER_HOST = "127.0.0.1";

  /** Free ports on this machine only, for whoever receives nothing. */
  public static final Listening NOWHERE =
      new Listening(0, 0, false, null, TunnelChoice.NONE, RECEIVER_HOST, null);

  /** For deliveries, when nobody says otherwise. */
  public static final int RECEIVER_PORT = 8090;

  /** For page and commands, when nobody says otherwise. */
  public static final int ADMIN_PORT = 8091;

  public Listening {
    check("receiver-port", receiverPort);
    check("admin-port", adminPort);
    if (receiverPort == adminPort && receiverPort != 0) {
      throw new IllegalArgumentException(
          "admin-port: " + adminPort + " (expected: another one than the receiver port)");
    }
    if (publicUrl != null && tunnel != TunnelChoice.NONE) {
      throw new IllegalArgumentException(
          "public-url: given together with --tunnel (expected: one of the two)");
    }
  }

  /** The same at other ports. */
  Listening at(int otherReceiverPort, int otherAdminPort) {
    return new Listening(
        otherReceiverPort, otherAdminPort, others, publicUrl, tunnel, receiverHost, tls);
  }

  private static void check(String name, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          name + ": " + port + " (expected: 0 to 65535, 0 for a free one)");
    }
  }
}
