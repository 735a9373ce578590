package webhookinspector.checks.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of the program as a process of its own.
 *
 * @param millis until it said something: that is when it was done, but for tidying up
 * @param err what it said on standard error, and on standard output
 */
record Command(int exit, long millis, String err) {

  /** Runs it to its end. */
  static Command run(Path folder, String... words) throws IOException, InterruptedException {
    Path err = Files.createTempFile(folder, "err", ".txt");
    long start = System.nanoTime();
    Process process = start(err, words);
    while (process.isAlive() && Files.size(err) == 0) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", words) + ": does not end");
    }
    return new Command(process.exitValue(), millis, Files.readString(err));
  }

  static Process start(Path err, String... words) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "webhookinspector.cli.Main"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(err.toFile())
        .start();
  }

  /** Itself, if it ended well. */
  Command well() throws IOException {
    if (exit != 0) {
      throw new IOException("exit code " + exit + ": " + err);
    }
    return this;
  }
}
