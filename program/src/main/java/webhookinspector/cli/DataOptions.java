package webhookinspector.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data folder a command is about. A mixin. */
final class DataOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder. Default: ~/.local/share/webhook-inspector")
  @Nullable Path folder;
}
