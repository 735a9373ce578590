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

  DataFolder folder(Console console) {
    return DataFolder.of(folder, console.surroundings());
  }
}
