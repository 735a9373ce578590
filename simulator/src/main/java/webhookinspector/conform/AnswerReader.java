package webhookinspector.conform;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;

/** Reads one HTTP/1.1 answer (RFC 9112) and no more, so that the connection can be used again. */
final class AnswerReader {

  /** 64 KiB. Nothing that a receiver answers to Asana needs more. */
  static final int MOST_BODY_BYTES = 1 << 16;

  private static final int LONGEST_LINE = 1 << 16;
  private static final int MOST_HEADERS = 500;

  private final InputStream in;

  AnswerReader(InputStream in) {
    this.in = in;
  }

  /** Status and headers; interim 1xx answers are passed over. */
  record Head(int status, Headers headers) {}

  Head head() throws IOException {
    Head head = oneHead();
    while (head.status() / 100 == 1) {
      head = oneHead();
    }
    return head;
  }

  private Head oneHead() throws IOException {
    String line = line();
    String[] parts = line.split(" ", 3);
    if (!line.startsWith("HTTP/1.") || parts.length < 2 || !parts[1].matches("[1-9][0-9]{2}")) {
      throw new IOException("the answer does not begin with an HTTP/1.1 status line");
    }
    List<Header> headers = new ArrayList<>();
    for (String next = line(); !next.isEmpty(); next = line()) {
      int colon = next.indexOf(':');
      if (colon < 1 || headers.size() == MOST_HEADERS) {
        throw new IOException("the answer has a header line that is none");
      }
      headers.add(new Header(next.substring(0, colon), next.substring(colon + 1).strip()));
    }
    return new Head(Integer.parseInt(parts[1]), new Headers(headers));
  }

  /** The body that belongs to {@code head}, cut at {@value #MOST_BODY_BYTES} bytes. */
  Body body(Head head) throws IOException {
    if (head.status() == 204 || head.status() == 304) {
      return Body.of("");
    }
    if (isChunked(head.headers())) {
      return Body.wrapping(chunks());
    }
    Optional<String> length = head.headers().first("Content-Length");
    return Body.wrapping(
        length.isPresent()
            ? in.readNBytes((int) Math.min(MOST_BODY_BYTES, number(length.get(), 10)))
            : in.readNBytes(MOST_BODY_BYTES));
  }

  /**
   * Whether the sender of {@code head} keeps the connection open after a body that we have read.
   */
  static boolean keepsOpen(Head head) {
    boolean delimited =
        head.status() == 204
            || isChunked(head.headers())
            || head.headers().first("Content-Length").isPresent();
    boolean closes =
        head.headers().all("Connection").stream()
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("close"));
    return delimited && !closes;
  }

  private static boolean isChunked(Headers headers) {
    return headers.all("Transfer-Encoding").stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("chunked"));
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    while (all.size() < MOST_BODY_BYTES) {
      String size = line().split(";", 2)[0].strip();
      int length = (int) Math.min(MOST_BODY_BYTES, number(size, 16));
      if (length == 0) {
        while (!line().isEmpty()) {
          // trailers mean nothing to us
        }
        break;
      }
      all.write(in.readNBytes(length));
      line();
    }
    return all.toByteArray();
  }

  private static long number(String text, int radix) throws IOException {
    try {
      long number = Long.parseLong(text, radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new IOException("the answer has a length that is no number");
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection was closed without a whole answer");
      }
      if (line.size() == LONGEST_LINE) {
        throw new IOException("the answer has a line of more than " + LONGEST_LINE + " bytes");
      }
      line.write(c);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
