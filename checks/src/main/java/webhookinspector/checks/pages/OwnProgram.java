package webhookinspector.checks.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** The reader's own program at localhost:3000: shakes hands, and takes whatever comes. */
final class OwnProgram implements AutoCloseable {

  private static final String SECRET = "X-Hook-Secret";

  private final HttpServer server;

  OwnProgram() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", OwnProgram::take);
    server.start();
  }

  private static void take(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String secret = exchange.getRequestHeaders().getFirst(SECRET);
    if (secret != null) {
      exchange.getResponseHeaders().add(SECRET, secret);
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Host and port. */
  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
