package webhookinspector.checks.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One shell in which the commands of a page are typed, so that its variables and jobs stay. */
final class Shell implements AutoCloseable {

  /** Longer than any command takes, on a machine that is busy with something else. */
  private static final long PATIENCE_SECONDS = 300;

  /**
   * What differs from a terminal: an answer of 4xx or 5xx is an error, and each job has a process
   * group of its own by which it can be ended, while the shell in it stays to tell the exit code.
   */
  private static final String MANNERS =
      """
      set -m -o pipefail
      curl() { command curl --fail-with-body "$@"; }
      goes_on() { # FILE SAYS: types it in the background, waits for its words, ends it
        local job
        { trap : TERM; . "$1"; } > "$1.out" 2> "$1.err" < /dev/null &
        job=$!
        until grep -qE -- "$2" "$1.out" "$1.err"; do
          kill -0 "$job" 2> /dev/null || break
          sleep 0.05
        done
        grep -qE -- "$2" "$1.out" "$1.err" || { wait "$job"; echo "ended by itself: $?" >> "$1.err"; return 99; }
        kill -TERM -- "-$job" 2> /dev/null
        wait "$job"
      }
      """;

  /** What came of one command. */
  record Result(int code, String said) {}

  private final Path folder;
  private final Process process;
  private final BufferedReader answers;
  private int number;

  private Shell(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.answers = process.inputReader(UTF_8);
  }

  /**
   * @param folder for what is typed and said
   * @param here the working folder
   * @param environment all of it
   */
  static Shell open(Path folder, Path here, Map<String, String> environment) throws IOException {
    Files.createDirectories(folder);
    var builder = new ProcessBuilder("bash", "--norc").directory(here.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(folder.resolve("shell.err").toFile());
    var shell = new Shell(folder, builder.start());
    shell.tell(MANNERS);
    return shell;
  }

  /** Types it and waits for its end. */
  Result type(String text) throws IOException, InterruptedException {
    Path file = write(text);
    tell(". '%s' > '%s.out' 2> '%s.err' < /dev/null; echo $?\n".formatted(file, file, file));
    return result(file);
  }

  /** Types it, waits until it has said something that the pattern finds, and ends it. */
  Result typeAndEnd(String text, String says) throws IOException, InterruptedException {
    Path file = write(text);
    tell("goes_on '%s' '%s'; echo $?\n".formatted(file, says));
    return result(file);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("typed-" + ++number), text + "\n");
  }

  private void tell(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  private Result result(Path file) throws IOException, InterruptedException {
    String code = answer();
    String said = "";
    for (String end : new String[] {".out", ".err"}) {
      Path part = Path.of(file + end);
      said += Files.exists(part) ? new String(Files.readAllBytes(part), UTF_8) : "";
    }
    return new Result(code == null ? 124 : Integer.parseInt(code), said);
  }

  /** Nothing, if it took too long: then nothing else can be typed any more. */
  private @Nullable String answer() throws InterruptedException {
    var line = CompletableFuture.supplyAsync(this::readLine);
    try {
      return line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      end();
      return null;
    }
  }

  private @Nullable String readLine() {
    try {
      return answers.readLine();
    } catch (IOException e) {
      return null;
    }
  }

  /** Ends everything that was started in it and did not end by itself. */
  private void end() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
  }

  @Override
  public void close() {
    end();
  }
}
