package webhookinspector.tunnel.ngrok;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import webhookinspector.inspection.Harmless;
import webhookinspector.tunnel.TunnelFailed;

/** An ngrok that we started and therefore end. */
final class NgrokProcess {

  private static final int REMEMBERED_LINES = 4;
  private static final int MAX_LINE = 300;
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Process process;
  private final Thread listener;
  private final Deque<String> lastLines = new ArrayDeque<>();

  private NgrokProcess(Process process) {
    this.process = process;
    this.listener = Thread.ofVirtual().name("ngrok-output").start(this::listen);
  }

  /**
   * Starts {@code ngrok http PORT}.
   *
   * @throws TunnelFailed when there is no such program
   */
  static NgrokProcess start(String program, int port) {
    var builder =
        new ProcessBuilder(program, "http", String.valueOf(port), "--log", "stdout")
            .redirectErrorStream(true);
    withoutTokens(builder.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close(); // it must not wait for a keyboard
      return new NgrokProcess(process);
    } catch (IOException e) {
      throw new TunnelFailed(
          program
              + ": not found on PATH (expected: the tunnel's own program)\n"
              + "Install it from https://ngrok.com/download, or give the address of another tunnel:"
              + " --public-url URL");
    }
  }

  /** Asana's token is none of its business. */
  static void withoutTokens(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("ASANA_") || name.equals("TEMP_PAT"));
  }

  /** Waits a moment; true when it ended by itself. */
  boolean endsWithin(Duration moment) throws InterruptedException {
    return process.waitFor(moment.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Why it ended, in ngrok's own words. */
  TunnelFailed ended() throws InterruptedException {
    listener.join(GRACE);
    return new TunnelFailed(
        "ngrok ended with exit code "
            + process.exitValue()
            + ": "
            + lastWords()
            + "\nIf it lacks its token: ngrok config add-authtoken TOKEN"
            + " (https://dashboard.ngrok.com/get-started/your-authtoken)");
  }

  /** What it said last; "" if nothing. */
  synchronized String lastWords() {
    return lastLines.isEmpty() ? "it said nothing" : String.join("\n  ", lastLines);
  }

  /** Ends it and what it started itself. */
  void end() {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    family.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Reads on to the end, for a full pipe would stop it. */
  private void listen() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        remember(line.strip());
      }
    } catch (IOException e) {
      remember("(its output ended: " + e.getMessage() + ")");
    }
  }

  private synchronized void remember(String line) {
    if (line.isEmpty() || line.equals("ERROR:")) {
      return;
    }
    if (lastLines.size() == REMEMBERED_LINES) {
      lastLines.removeFirst();
    }
    lastLines.addLast(Harmless.text(line.substring(0, Math.min(MAX_LINE, line.length()))));
  }
}
