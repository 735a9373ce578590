package webhookinspector.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * Keeps words off the screen while somebody else paints it: warnings, and whatever a library or a
 * failing thread writes to standard error. They are told afterwards, the last ones of them.
 */
final class Hush implements AutoCloseable {

  private static final int MOST_BYTES = 4_000;

  private final PrintStream err = System.err;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  Hush() {
    System.setErr(new PrintStream(held, true, UTF_8));
  }

  @Override
  public void close() {
    System.setErr(err);
    String all = held.toString(UTF_8);
    err.print(all.length() > MOST_BYTES ? "…" + all.substring(all.length() - MOST_BYTES) : all);
    held.reset();
  }
}
