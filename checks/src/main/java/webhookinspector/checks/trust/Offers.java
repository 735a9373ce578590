package webhookinspector.checks.trust;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Handshakes on one connection. */
final class Offers implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader in;
  private final String path;

  Offers(int port, String path) throws IOException {
    this.path = path;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** Offers a secret and tells whether it came back. */
  boolean echoes(String secret) throws IOException {
    String post =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: x\r\nX-Hook-Secret: "
            + secret
            + "\r\nContent-Length: 0\r\n\r\n";
    socket.getOutputStream().write(post.getBytes(StandardCharsets.US_ASCII));
    boolean echoed = false;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      echoed |= line.toLowerCase(Locale.ROOT).equals("x-hook-secret: " + secret);
    }
    return echoed;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
