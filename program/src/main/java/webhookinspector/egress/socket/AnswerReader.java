package webhookinspector.egress.socket;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Locale;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Outcome;

/** Reads an answer as far as we want to know it: its status, and the first bytes of its body. */
final class AnswerReader {

  private static final int LONGEST_LINE = 8 * 1024;
  private static final int MOST_LINES = 200;

  private final Socket socket;
  private final InputStream in;
  private final Deadline deadline;

  private long length = -1;
  private boolean chunked;
  private boolean cut;

  AnswerReader(Socket socket, InputStream in, Deadline deadline) {
    this.socket = socket;
    this.in = in;
    this.deadline = deadline;
  }

  Outcome.Answered read() throws IOException {
    int status = status(line());
    Headers headers = headers();
    while (status / 100 == 1) {
      status = status(line());
      headers = headers();
    }
    boolean none = status == 204 || status == 304;
    Body body = none ? Body.of(new byte[0]) : chunked ? chunks() : plain();
    return new Outcome.Answered(status, headers, body, cut, deadline.spent());
  }

  private static int status(String line) throws ProtocolException {
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
      throw new ProtocolException("not an HTTP/1.1 answer");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private Headers headers() throws IOException {
    length = -1;
    chunked = false;
    var lines = new ArrayList<Header>();
    while (lines.size() < MOST_LINES) {
      String line = line();
      if (line.isEmpty()) {
        return new Headers(lines);
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        Header header = new Header(line.substring(0, colon), line.substring(colon + 1).strip());
        lines.add(header);
        heed(header);
      }
    }
    throw new ProtocolException("more than " + MOST_LINES + " header lines");
  }

  private void heed(Header header) throws ProtocolException {
    if (header.isNamed("Content-Length")) {
      length = number(header.value(), 10);
    } else if (header.isNamed("Transfer-Encoding")) {
      chunked = header.value().toLowerCase(Locale.ROOT).endsWith("chunked");
    }
  }

  private Body plain() throws IOException {
    var out = new ByteArrayOutputStream();
    copy(out, length < 0 ? Long.MAX_VALUE : length, length >= 0);
    return Body.wrapping(out.toByteArray());
  }

  private Body chunks() throws IOException {
    var out = new ByteArrayOutputStream();
    while (!cut) {
      String line = line();
      int semicolon = line.indexOf(';');
      long size = number(semicolon < 0 ? line.strip() : line.substring(0, semicolon).strip(), 16);
      if (size == 0) {
        break;
      }
      copy(out, size, true);
      if (!cut) {
        line();
      }
    }
    return Body.wrapping(out.toByteArray());
  }

  /** Up to {@code most} bytes; stops early, with {@link #cut}, at what we want to keep. */
  private void copy(ByteArrayOutputStream out, long most, boolean exact) throws IOException {
    byte[] buffer = new byte[8 * 1024];
    long left = most;
    while (left > 0) {
      int room = Outbound.MOST_ANSWER_BYTES - out.size();
      if (room == 0) {
        cut = true;
        return;
      }
      socket.setSoTimeout(deadline.millisLeft());
      int read = in.read(buffer, 0, (int) Math.min(Math.min(buffer.length, room), left));
      if (read < 0) {
        cut = exact;
        return;
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (; ; ) {
      socket.setSoTimeout(deadline.millisLeft());
      int b = in.read();
      if (b < 0) {
        throw new EOFException("the connection was closed before the answer was whole");
      }
      if (b == '\n') {
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
            ? line.substring(0, end - 1)
            : line.toString();
      }
      if (line.length() >= LONGEST_LINE) {
        throw new ProtocolException("a header line of more than " + LONGEST_LINE + " bytes");
      }
      line.append((char) b);
    }
  }

  private static long number(String text, int radix) throws ProtocolException {
    try {
      long number = Long.parseLong(text, radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // answered below: the text itself is not repeated
    }
    throw new ProtocolException("a length that is no number");
  }
}
