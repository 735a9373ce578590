package webhookinspector.conform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Drains what a process writes and remembers the end of it, to tell why it failed. */
final class Tail {

  private static final int MOST_BYTES = 2_000;

  private final StringBuilder text = new StringBuilder();

  static Tail none() {
    return new Tail();
  }

  /** Reads until the end of {@code in} on a thread of its own. */
  static Tail of(InputStream in) {
    Tail tail = new Tail();
    Thread.startVirtualThread(() -> tail.drain(in));
    return tail;
  }

  private void drain(InputStream in) {
    byte[] buffer = new byte[8_192];
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        add(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
    } catch (IOException _) {
      // the process is gone; what it said is kept
    }
  }

  private synchronized void add(String more) {
    text.append(more);
    if (text.length() > MOST_BYTES) {
      text.delete(0, text.length() - MOST_BYTES);
    }
  }

  synchronized String text() {
    return Printable.lines(text.toString());
  }
}
