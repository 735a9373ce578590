package webhookinspector.junit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Shakes hands; answers everything else with one status and one text. */
record Target(HttpServer server) implements AutoCloseable {

  static Target answering(int status, String text) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            String secret = exchange.getRequestHeaders().getFirst("X-Hook-Secret");
            if (secret != null) {
              exchange.getResponseHeaders().add("X-Hook-Secret", secret);
              exchange.sendResponseHeaders(204, -1);
            } else {
              byte[] body = text.getBytes(StandardCharsets.UTF_8);
              exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
              exchange.getResponseBody().write(body);
            }
            exchange.close();
          });
      server.start();
      return new Target(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/in");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
