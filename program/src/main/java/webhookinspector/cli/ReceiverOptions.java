package webhookinspector.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a process that holds the data folder listens, and how the world reaches it. A mixin. */
final class ReceiverOptions {

  /** The tunnel programs. */
  enum TunnelKind {
    NONE,
    NGROK,
    SSH,
    CLOUDFLARED
  }

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
  TunnelKind tunnel;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Written, whole, once everything listens: the same object as the ready line.")
  @Nullable Path readyFile;
}
