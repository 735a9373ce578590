package webhookinspector.sender.socket;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.sender.Answer;

/** Reads one HTTP/1.1 response. Strict: what it does not understand is an error. */
final class ResponseReader {

  private static final int MOST_LINE = 16_384;
  private static final int MOST_HEADERS = 200;
  private static final int MOST_BODY = 65_536;

  private final InputStream in;
  private final Progress progress;
  private boolean closing;

  /** Told at each line and block, so that the time left is looked at. */
  interface Progress {
    void made() throws IOException;
  }

  ResponseReader(InputStream in, Progress progress) {
    this.in = in;
    this.progress = progress;
  }

  Connection.Reply read() throws IOException {
    String status = line();
    while (status.startsWith("HTTP/1.1 1")) { // such as 100 Continue
      headers();
      status = line();
    }
    int code = code(status);
    Headers headers = headers();
    closing |= status.startsWith("HTTP/1.0") || says(headers, "Connection", "close");
    Body body = code == 204 || code == 304 ? Body.of("") : body(headers);
    String reason = status.length() > 13 ? status.substring(13) : "";
    return new Connection.Reply(new Answer.Response(code, reason, headers, body), !closing);
  }

  private static int code(String status) throws IOException {
    if (!status.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
      throw new IOException("the answer is not HTTP");
    }
    return Integer.parseInt(status.substring(9, 12));
  }

  private Headers headers() throws IOException {
    var lines = new ArrayList<Header>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || lines.size() == MOST_HEADERS) {
        throw new IOException("the answer has a broken header, or too many");
      }
      lines.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return new Headers(lines);
  }

  private Body body(Headers headers) throws IOException {
    if (says(headers, "Transfer-Encoding", "chunked")) {
      return chunked();
    }
    List<String> lengths = headers.all("Content-Length");
    if (lengths.isEmpty()) {
      closing = true;
      return block(Long.MAX_VALUE, new ByteArrayOutputStream());
    }
    return block(number(lengths.getFirst(), 10), new ByteArrayOutputStream());
  }

  private Body chunked() throws IOException {
    var whole = new ByteArrayOutputStream();
    while (true) {
      String size = line();
      int end = size.indexOf(';');
      long length = number(end < 0 ? size : size.substring(0, end), 16);
      if (length == 0) {
        headers(); // trailers
        return Body.wrapping(whole.toByteArray());
      }
      Body soFar = block(length, whole);
      if (closing && whole.size() >= MOST_BODY) {
        return soFar;
      }
      line();
    }
  }

  private static long number(String text, int radix) throws IOException {
    try {
      long number = Long.parseLong(text.strip(), radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IOException("the answer has a broken length");
  }

  /** Keeps the first {@value #MOST_BODY} bytes; of a longer body the rest is left unread. */
  private Body block(long length, ByteArrayOutputStream whole) throws IOException {
    byte[] buffer = new byte[(int) Math.min(8_192, Math.max(1, length))];
    long left = length;
    while (left > 0) {
      if (whole.size() >= MOST_BODY) {
        closing = true;
        break;
      }
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        if (length == Long.MAX_VALUE) {
          break;
        }
        throw new EOFException();
      }
      progress.made();
      whole.write(buffer, 0, read);
      left -= read;
    }
    return Body.wrapping(whole.toByteArray());
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (line.size() == MOST_LINE) {
        throw new IOException("the answer has too long a line");
      }
      line.write(c);
    }
    progress.made();
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean says(Headers headers, String name, String word) {
    return headers.all(name).stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(word));
  }
}
