package webhookinspector.checks.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.JavaCommand;

/** One command of the program, to its end, and all that it said. */
record Run(int exit, String output) {

  static Run of(Path folder, List<String> words) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    var command = new ArrayList<>(JavaCommand.of("webhookinspector.cli.Main"));
    command.addAll(words);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(words + ": does not end: " + Files.readString(output));
    }
    return new Run(process.exitValue(), Files.readString(output));
  }
}
