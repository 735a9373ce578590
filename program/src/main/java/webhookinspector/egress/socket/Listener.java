package webhookinspector.egress.socket;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import webhookinspector.egress.Target;

/** Somebody on this machine who takes whatever comes and answers 200: for a rehearsal. */
final class Listener implements AutoCloseable {

  private static final byte[] OK =
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;

  Listener() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("rehearsal").start(this::answer);
  }

  InetAddress address() {
    return server.getInetAddress();
  }

  Target target() {
    return Target.parse("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** Until it is closed. */
  private void answer() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        InputStream in = socket.getInputStream();
        in.read(new byte[1 << 16]);
        socket.getOutputStream().write(OK);
        socket.shutdownOutput();
        in.transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException e) {
        // who rehearses has gone on
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
