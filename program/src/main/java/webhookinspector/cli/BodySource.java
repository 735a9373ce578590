package webhookinspector.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.web.Refusal;

/** The body that a command is about: from a file, or from standard input. */
final class BodySource {

  /** 64 MiB; far above any body of Asana's, and still fits our heap. */
  private static final int LIMIT = 64 << 20;

  private BodySource() {}

  /**
   * @param file null or {@code -} for standard input
   */
  static Body read(@Nullable Path file, InputStream standardInput) {
    boolean fromInput = file == null || file.toString().equals("-");
    try (InputStream in = fromInput ? standardInput : Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw Refusal.badInput("body: over 64 MiB (expected: the body of a delivery)", "");
      }
      return Body.wrapping(bytes);
    } catch (IOException e) {
      throw Refusal.badInput(
          "body: " + (fromInput ? "standard input" : file) + " cannot be read (expected: a file)",
          "Give its path, or check who may read it.");
    }
  }
}
