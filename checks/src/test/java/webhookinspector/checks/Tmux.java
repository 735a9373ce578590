package webhookinspector.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;

/** A real terminal: a tmux server of our own with one shell in it. */
final class Tmux implements AutoCloseable {

  private final Path home;
  private final Map<String, String> environment;

  private Tmux(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /** With a shell that has said hello; skips the test where there is no tmux. */
  static Tmux start(Path home, Map<String, String> environment, int width, int height) {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/tmux")),
        "tmux is missing; scripts/packages.sh has it");
    var tmux = new Tmux(home, environment);
    tmux.run(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-x",
        Integer.toString(width),
        "-y",
        Integer.toString(height),
        "/bin/sh");
    tmux.type("PS1='$ '; clear; echo hello from before");
    tmux.await("a shell", screen -> screen.startsWith("hello from before\n$"));
    return tmux;
  }

  /** Runs the words of {@link Program#command}; its exit code is printed behind it. */
  void program(String... words) {
    String quoted =
        Program.command(words).stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    String script =
        "#!/bin/sh\n"
            + "INSPECTOR_COLUMNS=$(stty size | cut -d' ' -f2) && export INSPECTOR_COLUMNS\n"
            + "exec "
            + quoted
            + "\n";
    try {
      Path file = Files.writeString(home.resolve("inspector"), script);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    type("./inspector; echo exit code $?");
  }

  /** A line, and Enter. */
  void type(String line) {
    keys("-l", line);
    keys("Enter");
  }

  /** Keys by tmux's names, such as {@code j}, {@code Enter}, {@code C-z}. */
  void keys(String... names) {
    var words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(names));
    run(words.toArray(String[]::new));
  }

  void resize(int width, int height) {
    run("resize-window", "-x", Integer.toString(width), "-y", Integer.toString(height));
  }

  /** What is to be seen, a line a row, without colours and blanks at the end. */
  String screen() {
    return run("capture-pane", "-p");
  }

  /** Whether a full-screen program has the terminal. */
  boolean isAlternate() {
    return run("display-message", "-p", "#{alternate_on}").strip().equals("1");
  }

  /** Waits for a screen. */
  String await(String what, Predicate<String> shown) {
    try {
      return Awaitility.await(what)
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(50))
          .until(this::screen, shown);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(what + " never came; the screen:\n" + screen(), e);
    }
  }

  String awaitText(String text) {
    return await(text, screen -> screen.contains(text));
  }

  private String run(String... words) {
    var command = new ArrayList<>(List.of("/usr/bin/tmux", "-S", home.resolve("tmux").toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("tmux " + words[0] + ": " + out);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      run("kill-server");
    } catch (IllegalStateException e) {
      // it has gone already
    }
  }
}
