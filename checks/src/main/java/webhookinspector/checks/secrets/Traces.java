package webhookinspector.checks.secrets;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Takes whatever traces the program exports. */
final class Traces implements AutoCloseable {

  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final HttpServer server;

  Traces() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          synchronized (taken) {
            taken.write(body);
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  byte[] taken() {
    synchronized (taken) {
      return taken.toByteArray();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
