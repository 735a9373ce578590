package webhookinspector.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real program as a child process, with an empty environment, a home of its own and, because
 * that is the worst case for everything it writes, a umask of 000.
 */
final class Program implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Thread> readers;

  private Program(Process process) {
    this.process = process;
    this.readers =
        List.of(read(process.getInputStream(), out), read(process.getErrorStream(), err));
  }

  /** The words that start it. */
  static List<String> command(String... words) {
    var command = new ArrayList<String>(List.of("/bin/sh", "-c", "umask 000; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "webhookinspector.cli.Main"));
    command.addAll(List.of(words));
    return command;
  }

  /** Starts it. */
  static Program start(Path home, Map<String, String> environment, String... words) {
    return start(home, environment, command(words));
  }

  /** Starts somebody else who starts it. */
  static Program start(Path home, Map<String, String> environment, List<String> command) {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("HOME", home.toString());
    builder.directory(home.toFile());
    try {
      return new Program(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it to its end. */
  static Program run(Path home, Map<String, String> environment, String... words) {
    Program program = start(home, environment, words);
    program.exitCode();
    return program;
  }

  private static Thread read(InputStream in, List<String> lines) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try (var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
                reader.lines().forEach(lines::add);
              } catch (IOException | UncheckedIOException e) {
                lines.add("cannot be read: " + e);
              }
            });
  }

  List<String> out() {
    return out;
  }

  List<String> err() {
    return err;
  }

  /** Standard output as JSON, one object a line; anything else fails. */
  List<JsonNode> json() {
    return out.stream().map(line -> JSON.readTree(line)).toList();
  }

  /** The objects of one type. */
  List<JsonNode> json(String type) {
    return json().stream().filter(line -> line.path("type").asString().equals(type)).toList();
  }

  /** Waits for its ready line. */
  JsonNode ready() {
    Awaitility.await("ready; " + this)
        .atMost(Duration.ofSeconds(30))
        .until(() -> !process.isAlive() || !json("ready").isEmpty());
    return json("ready").stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("never ready: " + this));
  }

  URI receiver() {
    return URI.create(ready().required("receiver").asString());
  }

  /** Sends a signal by name, such as TERM. */
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for its end. */
  int exitCode() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + this);
      }
      for (Thread reader : readers) {
        reader.join(Duration.ofSeconds(5));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Processes that it started and that still run. */
  Stream<ProcessHandle> children() {
    return process.descendants();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  @Override
  public String toString() {
    return "out: " + String.join("\n", out) + "\nerr: " + String.join("\n", err);
  }
}
