package webhookinspector.conform;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;

/**
 * One POST as the kit writes it on the wire, byte for byte.
 *
 * @param headers beside Host and framing, in this order and case
 */
record Post(Headers headers, Body body, Framing framing) {

  private static final byte[] END_OF_LINE = {'\r', '\n'};

  Post(Headers headers, Body body) {
    this(headers, body, Framing.whole());
  }

  Post framed(Framing other) {
    return new Post(headers, body, other);
  }

  /** Writes all of it, or what its framing says; blocks while the receiver does not read. */
  void writeTo(OutputStream out, URI target, boolean last) throws IOException {
    out.write(head(target, last).getBytes(StandardCharsets.ISO_8859_1));
    byte[] bytes = body.toBytes();
    switch (framing) {
      case Framing.Whole _ -> out.write(bytes);
      case Framing.Cut _ -> out.write(bytes, 0, bytes.length / 2);
      case Framing.Dripped(int pieces, Duration pause) ->
          inPieces(out, bytes, Math.max(1, bytes.length / pieces), pause, false);
      case Framing.Chunked(int size, Duration pause) -> {
        inPieces(out, bytes, size, pause, true);
        out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    out.flush();
  }

  String head(URI target, boolean last) {
    var head = new StringBuilder("POST ").append(pathOf(target)).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(target.getRawAuthority()).append("\r\n");
    for (Header line : headers) {
      head.append(line.name()).append(": ").append(line.value()).append("\r\n");
    }
    head.append(
        framing instanceof Framing.Chunked
            ? "Transfer-Encoding: chunked\r\n"
            : "Content-Length: " + body.size() + "\r\n");
    if (last) {
      head.append("Connection: close\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static String pathOf(URI target) {
    String path = target.getRawPath();
    String query = target.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  private static void inPieces(
      OutputStream out, byte[] bytes, int size, Duration pause, boolean chunked)
      throws IOException {
    for (int at = 0; at < bytes.length; at += size) {
      int length = Math.min(size, bytes.length - at);
      if (chunked) {
        out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
      out.write(bytes, at, length);
      if (chunked) {
        out.write(END_OF_LINE);
      }
      out.flush();
      rest(pause);
    }
  }

  private static void rest(Duration pause) throws IOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while sending", e);
    }
  }
}
