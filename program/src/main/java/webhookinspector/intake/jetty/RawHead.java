package webhookinspector.intake.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;

/**
 * The bytes of the head that is being read. Jetty's parser, even when told to keep the case of
 * names, writes the common ones anew; what an inspector shows must be what came. Grammar is Jetty's
 * business: this only reads what the parser has let through.
 */
final class RawHead {

  private byte[] bytes = new byte[1 << 10];
  private int size;

  void clear() {
    size = 0;
  }

  /** Adds {@code buffer}'s bytes between two positions. */
  void add(ByteBuffer buffer, int from, int to) {
    int more = to - from;
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
    buffer.get(from, bytes, size, more);
    size += more;
  }

  /** The header lines below the request line. */
  Headers headers() {
    var lines = new ArrayList<Header>(16);
    int at = endOfLine(startOfRequestLine()) + 1;
    while (at < size) {
      int end = endOfLine(at);
      int colon = at;
      while (colon < end && bytes[colon] != ':') {
        colon++;
      }
      if (colon < end) {
        lines.add(new Header(text(at, colon), trimmed(colon + 1, end)));
      }
      at = end + 1;
    }
    return new Headers(lines);
  }

  /** Blank lines before it are allowed (RFC 9112, 2.2). */
  private int startOfRequestLine() {
    int at = 0;
    while (at < size && (bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
    return at;
  }

  private int endOfLine(int from) {
    int at = from;
    while (at < size && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private String trimmed(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (end > start && isBlank(bytes[end - 1])) {
      end--;
    }
    return text(start, end);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
