package webhookinspector.conform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A short command of the user's, run to its end. */
final class ShellCommand {

  private static final int LONGEST_SECONDS = 120;

  /** 64 MiB of output; what is beyond is not looked at. */
  private static final int MOST_BYTES = 1 << 26;

  private ShellCommand() {}

  /**
   * Its standard output; standard error is merged in only to tell why it failed.
   *
   * @param option which option gave the command, for the message
   * @throws IOException if it cannot be run, fails, or takes more than {@value #LONGEST_SECONDS} s
   */
  static String output(String option, String command) throws IOException {
    Process process = new ProcessBuilder("sh", "-c", command).start();
    process.getOutputStream().close();
    Tail errors = Tail.of(process.getErrorStream());
    Thread guard = Thread.startVirtualThread(() -> endLate(process));
    try (InputStream out = process.getInputStream()) {
      var bytes = new ByteArrayOutputStream();
      bytes.write(out.readNBytes(MOST_BYTES));
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException(
            option + ": " + command + ": exit code " + code + " (expected: 0)\n" + errors.text());
      }
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(option + ": interrupted", e);
    } finally {
      guard.interrupt();
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void endLate(Process process) {
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
