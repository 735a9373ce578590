package webhookinspector.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A program of the user's. What it prints is dropped, because ours would be garbled by it; of what
 * it complains about the first words are kept.
 *
 * @param words the program and its arguments
 * @param hidden variables of ours that it must not inherit, such as those with a token
 * @param patience how long it may run; then it is ended, with all that it has started
 */
public record Command(List<String> words, Set<String> hidden, Duration patience) {

  private static final int MOST_WORDS = 300;
  private static final Duration MOST_DYING = Duration.ofSeconds(2);

  public Command {
    words = List.copyOf(words);
    hidden = Set.copyOf(hidden);
  }

  /** How it ended. */
  public sealed interface Ending {

    /** Whether it ended with 0. */
    default boolean well() {
      return this instanceof Exited exited && exited.code == 0;
    }

    /** One line for a person; may hold what the program said, as it said it. */
    String because();
  }

  /**
   * By itself.
   *
   * @param complaint the first words of its standard error, or ""
   */
  public record Exited(int code, String complaint) implements Ending {
    @Override
    public String because() {
      return "it ended with " + code + (complaint.isEmpty() ? "" : ": " + complaint);
    }
  }

  /** By us, because it took too long. */
  public record Late(Duration patience) implements Ending {
    @Override
    public String because() {
      return "it took longer than " + patience.toSeconds() + " s and was ended";
    }
  }

  /** It never began. */
  public record NotStarted(String why) implements Ending {
    @Override
    public String because() {
      return "it cannot be started: " + why;
    }
  }

  /** Runs it once and waits for its end. */
  public Ending run(String input) throws InterruptedException {
    Process process;
    try {
      process = start();
    } catch (IOException e) {
      return new NotStarted(String.valueOf(e.getMessage()));
    }
    var complaint = new AtomicReference<>("");
    Thread listener =
        Thread.ofVirtual().start(() -> complaint.set(complaint(process.getErrorStream())));
    try {
      feed(process, input);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Late(patience);
      }
      listener.join(Duration.ofSeconds(1)); // a child of it may hold its standard error open
      return new Exited(process.exitValue(), complaint.get());
    } finally {
      end(process);
    }
  }

  /** Told to end is not yet ended: whoever asks after us shall find nothing of it running. */
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, MOST_DYING.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private Process start() throws IOException {
    var builder = new ProcessBuilder(words);
    builder.environment().keySet().removeAll(hidden);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static void feed(Process process, String input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    } catch (IOException e) {
      // it does not want to know; its exit code decides
    }
  }

  /** What follows is read and dropped, or it would wait for a reader. */
  private static String complaint(InputStream stream) {
    try (InputStream errors = stream) {
      String words = new String(errors.readNBytes(MOST_WORDS), UTF_8).strip();
      errors.transferTo(OutputStream.nullOutputStream());
      return words;
    } catch (IOException e) {
      return "";
    }
  }
}
