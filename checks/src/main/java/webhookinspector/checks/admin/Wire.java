package webhookinspector.checks.admin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Bytes to a port of this machine, as no HTTP client would send them. */
public final class Wire {

  private static final int PATIENCE_MILLIS = 30_000;

  private Wire() {}

  /** Everything that comes back until the other side ends, which the request must ask for. */
  public static String exchange(int port, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  /** The status of such an answer, or 0 if nothing came. */
  static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
