package webhookinspector.checks.sending;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Listens on every address that this machine has, and sends whoever comes on to a forbidden one.
 */
final class EveryAddress implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0);
  private final List<String> hits = new CopyOnWriteArrayList<>();

  EveryAddress() throws IOException {
    Thread.ofPlatform().daemon().start(this::listen);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The addresses at which somebody connected. */
  List<String> hits() {
    return hits;
  }

  /** Connects as anybody could; what is seen here would have been seen of the program. */
  void knock(String address) throws IOException {
    try (var socket = new Socket(InetAddress.ofLiteral(address), port())) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    }
  }

  private void listen() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        hits.add(socket.getLocalAddress().getHostAddress());
        socket.getInputStream().read(new byte[1 << 16]);
        socket.getOutputStream().write(redirect());
        socket.shutdownOutput();
      } catch (IOException e) {
        // gone already; it was counted
      }
    }
  }

  private byte[] redirect() {
    return ("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254:"
            + port()
            + "/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
