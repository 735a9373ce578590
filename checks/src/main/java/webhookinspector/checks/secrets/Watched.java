package webhookinspector.checks.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.JavaCommand;

/** The program with an environment of its own, in a folder that keeps all that it says. */
public final class Watched implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 90;

  private final Process process;
  private final Path said;

  private Watched(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  public static Watched start(Path home, Map<String, String> environment, List<String> words)
      throws IOException {
    Path said = Files.createTempFile(home, "said-" + words.getFirst() + "-", ".txt");
    var command = new ArrayList<>(JavaCommand.of("webhookinspector.cli.Main"));
    command.addAll(words);
    var builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", "/usr/bin:/bin");
    return new Watched(builder.start(), said);
  }

  /** Runs it to its end; its exit code. */
  static int run(Path home, Map<String, String> environment, List<String> words)
      throws IOException, InterruptedException {
    try (Watched program = start(home, environment, words)) {
      return program.awaitEnd();
    }
  }

  public int awaitEnd() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("does not end: " + said());
    }
    return process.exitValue();
  }

  /** Its words and its environment, as other users of the machine might list them. */
  String commandLine() throws IOException {
    return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
  }

  public String said() throws IOException {
    return Files.readString(said);
  }

  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Waits until something holds. */
  public void await(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.holds()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException(what + " never came: " + said());
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Something to wait for. */
  public interface Condition {
    boolean holds() throws Exception;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
