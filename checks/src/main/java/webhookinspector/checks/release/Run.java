package webhookinspector.checks.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One program, run to its end. */
final class Run {

  private final Path home;
  private final Path folder;

  /**
   * @param home of the user; a build needs the real one, what is tried must do without
   * @param folder in which it runs
   */
  Run(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
  }

  /** Standard output, line by line; another exit code than 0 fails. */
  List<String> lines(String... command) throws Exception {
    return lines(Map.of(), command);
  }

  /** The same with more variables. */
  List<String> lines(Map<String, String> variables, String... command) throws Exception {
    Path err = Files.createTempFile("stderr", ".txt"); // what is tried may be our own checkout
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().putAll(variables);
    builder.redirectError(err.toFile());
    Process process = builder.start();
    var lines = new ArrayList<String>();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(lines::add);
    }
    int code = process.waitFor();
    String said = Files.readString(err);
    Files.delete(err);
    if (code != 0) {
      throw new IOException(
          "%s ended with %d\n%s\n%s"
              .formatted(String.join(" ", command), code, String.join("\n", lines), said));
    }
    return lines;
  }
}
