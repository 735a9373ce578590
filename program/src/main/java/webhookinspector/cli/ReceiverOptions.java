package webhookinspector.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import webhookinspector.app.Listening;
import webhookinspector.app.TunnelChoice;
import webhookinspector.intake.Tls;

/** Where a process that holds the data folder listens, and how the world reaches it. A mixin. */
final class ReceiverOptions {

  @Option(
      names = "--receiver-port",
      paramLabel = "N",
      description = "Public port for Asana's deliveries; 0 picks a free one. Default: 8090")
  @Nullable Integer receiverPort;

  @Option(
      names = "--admin-port",
      paramLabel = "N",
      description = "Loopback port for page and commands; 0 picks a free one. Default: 8091")
  @Nullable Integer adminPort;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "The address under which Asana reaches the receiver port.")
  @Nullable URI publicUrl;

  @Option(
      names = "--tunnel",
      paramLabel = "PROGRAM",
      defaultValue = "none",
      description = "none, ngrok, ssh or cloudflared: who gives us a public address. Default: none")
  TunnelChoice tunnel;

  @Option(
      names = "--receiver-host",
      paramLabel = "ADDRESS",
      defaultValue = Listening.RECEIVER_HOST,
      description =
          "Where the receiver port listens; 0.0.0.0 for every network. Default: 127.0.0.1")
  String receiverHost;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description =
          "Certificates in PEM, ours first: the receiver port speaks TLS. Read again when changed.")
  @Nullable Path tlsCert;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's key in PEM (PKCS#8, no password).")
  @Nullable Path tlsKey;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Written, whole, once everything listens: the same object as the ready line.")
  @Nullable Path readyFile;

  /**
   * Where to listen.
   *
   * @param others whether free ports will do where none was named and the usual ones are taken
   */
  Listening listening(boolean others) {
    int receiver = receiverPort == null ? Listening.RECEIVER_PORT : receiverPort;
    int admin = adminPort == null ? Listening.ADMIN_PORT : adminPort;
    boolean named = receiverPort != null || adminPort != null;
    return new Listening(receiver, admin, others && !named, publicUrl, tunnel, receiverHost, tls());
  }

  private @Nullable Tls tls() {
    if (tlsCert == null && tlsKey == null) {
      return null;
    }
    if (tlsCert == null || tlsKey == null) {
      throw new IllegalArgumentException(
          "tls-" + (tlsCert == null ? "cert" : "key") + ": missing (expected: both or neither)");
    }
    return new Tls(tlsCert, tlsKey);
  }
}
