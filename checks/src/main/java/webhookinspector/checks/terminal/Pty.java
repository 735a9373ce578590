package webhookinspector.checks.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import webhookinspector.checks.JavaCommand;

/** The program on a pseudo terminal of 140 columns, and every byte that it writes there. */
final class Pty implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 90;

  private final Process process;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Thread reader;

  private Pty(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  static boolean canBe() throws IOException, InterruptedException {
    return Files.isExecutable(Path.of("/usr/bin/script"));
  }

  static Pty start(Path home, List<String> words) throws IOException {
    var command = new ArrayList<>(JavaCommand.of("webhookinspector.cli.Main"));
    command.addAll(words);
    return shell(
        home,
        "stty cols 140 rows 40; exec "
            + command.stream().map(Pty::quoted).collect(Collectors.joining(" ")));
  }

  /** Any other command. */
  static Pty shell(Path home, String line) throws IOException {
    var builder =
        new ProcessBuilder("/usr/bin/script", "-qefc", line, "/dev/null")
            .redirectErrorStream(true)
            .directory(home.toFile());
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().put("HOME", home.toString());
    return new Pty(builder.start());
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private void read() {
    try (InputStream in = process.getInputStream()) {
      byte[] buffer = new byte[8_192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        synchronized (written) {
          written.write(buffer, 0, n);
        }
      }
    } catch (IOException _) {
      // the terminal is gone
    }
  }

  byte[] written() {
    synchronized (written) {
      return written.toByteArray();
    }
  }

  /** Waits until a text was written. */
  void await(String text) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!new String(written(), UTF_8).contains(text)) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IllegalStateException(text + " never came: " + new String(written(), UTF_8));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  void type(String keys) {
    try {
      OutputStream out = process.getOutputStream();
      out.write(keys.getBytes(UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end; everything that it wrote. */
  byte[] awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("does not end: " + new String(written(), UTF_8));
    }
    reader.join();
    return written();
  }

  @Override
  public void close() {
    var children = process.descendants().toList();
    children.forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
