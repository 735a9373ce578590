package webhookinspector.export;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import webhookinspector.delivery.Body;

/** How bytes and times are written as text so that nothing of them is lost. */
public final class ParcelText {

  /** To the nanosecond, in UTC. */
  public static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private ParcelText() {}

  /** The body as text, if it is UTF-8 without control characters; otherwise it goes as base 64. */
  static Optional<String> plain(Body body) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(body.toBytes()); // of an array it is decoded much faster
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return isPlain(text) ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' ? c < 0x7f || c > 0x9f : c == '\t' || c == '\n' || c == '\r';
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
