package webhookinspector.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import webhookinspector.app.DataFolder;

/** Which data folder a command is about. A mixin. */
final class DataOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder. Default: ~/.local/share/webhook-inspector")
  @Nullable Path folder;

  @Option(
      names = "--secrets-key",
      paramLabel = "FILE",
      description =
          "A file outside the folder whose 64 hex digits seal the secrets in it. Once used, it is"
              + " needed for good. Default: they lie there as they are")
  @Nullable Path secretsKey;

  DataFolder folder(Console console) {
    return DataFolder.of(folder, console.surroundings()).sealedUnder(secretsKey);
  }
}
