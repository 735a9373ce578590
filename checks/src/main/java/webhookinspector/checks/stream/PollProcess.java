package webhookinspector.checks.stream;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.JavaCommand;

/** The program as a process of its own, {@code inspector poll}. */
final class PollProcess implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final Path output;
  private final Path readyFile;

  private PollProcess(Process process, Path output, Path readyFile) {
    this.process = process;
    this.output = output;
    this.readyFile = readyFile;
  }

  /**
   * Starts it.
   *
   * @param folder holds its data folder and its output
   */
  static PollProcess start(Path folder, URI api, String resource, String... more) throws Exception {
    Path readyFile = folder.resolve("ready.json");
    Path output = folder.resolve("output.txt");
    Files.deleteIfExists(readyFile);
    var command = new ArrayList<>(JavaCommand.of("webhookinspector.cli.Main"));
    command.addAll(List.of("poll", resource, "--api-base", api.toString(), "--output", "json"));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    command.addAll(List.of("--receiver-port", "0", "--admin-port", "0"));
    command.addAll(List.of("--ready-file", readyFile.toString()));
    command.addAll(List.of(more));
    var builder = new ProcessBuilder(command);
    builder.environment().put("ASANA_ACCESS_TOKEN", "token-of-a-check");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    return new PollProcess(process, output, readyFile);
  }

  /** Waits until it polls. */
  void awaitReady() throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!Files.exists(readyFile)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("poll did not start:\n" + Files.readString(output));
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Waits for its end. */
  void awaitEnd() throws Exception {
    if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException("poll did not end in order:\n" + Files.readString(output));
    }
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
