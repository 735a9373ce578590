package webhookinspector.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import webhookinspector.feed.LineJson;
import webhookinspector.inspection.Harmless;
import webhookinspector.registry.Alert;

/**
 * Runs a command of the operator's for each alert, one at a time. The alert stands on its standard
 * input, as one line of JSON; nothing of it is ever an argument or a variable, where a shell could
 * obey it.
 */
public final class CommandSink implements Sink {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Of what it complained about. */
  private static final int MOST_WORDS = 300;

  private final String command;
  private final Set<String> hidden;
  private final Duration patience;

  /**
   * @param command for {@code /bin/sh -c}
   * @param hidden variables of ours that it must not inherit, such as those with a token
   */
  public CommandSink(String command, Set<String> hidden) {
    this(command, hidden, PATIENCE);
  }

  CommandSink(String command, Set<String> hidden, Duration patience) {
    this.command = command;
    this.hidden = Set.copyOf(hidden);
    this.patience = patience;
  }

  @Override
  public String name() {
    return "the alert command";
  }

  @Override
  public void pass(Alert alert) throws NotPassed, InterruptedException {
    Process process = start();
    var complaint = new AtomicReference<>("");
    Thread.ofVirtual().start(() -> complaint.set(complaint(process)));
    try {
      feed(process, LineJson.write(Alerts.line(alert)) + "\n");
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NotPassed("it took longer than " + patience.toSeconds() + " s and was ended");
      }
      if (process.exitValue() != 0) {
        throw new NotPassed("it ended with " + process.exitValue() + complaint.get());
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() throws NotPassed {
    var builder = new ProcessBuilder("/bin/sh", "-c", command);
    builder.environment().keySet().removeAll(hidden);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new NotPassed("it cannot be started: " + Harmless.text(String.valueOf(e.getMessage())));
    }
  }

  private static void feed(Process process, String line) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(line.getBytes(UTF_8));
    } catch (IOException e) {
      // it does not want to know; its exit code decides
    }
  }

  /** Its first words; what follows is read and dropped, or it would wait for a reader. */
  private static String complaint(Process process) {
    try (InputStream errors = process.getErrorStream()) {
      String words = new String(errors.readNBytes(MOST_WORDS), UTF_8).strip();
      errors.transferTo(OutputStream.nullOutputStream());
      return words.isEmpty() ? "" : ": " + Harmless.text(words);
    } catch (IOException e) {
      return "";
    }
  }
}
