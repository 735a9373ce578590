package webhookinspector.checks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Shakes hands, and answers everything else with a status. */
final class EchoReceiver {

  private EchoReceiver() {}

  /** Answers deliveries with 200. */
  static HttpServer start() throws IOException {
    return start(200);
  }

  static HttpServer start(int status) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String secret = exchange.getRequestHeaders().getFirst("X-Hook-Secret");
          if (secret != null) {
            exchange.getResponseHeaders().add("X-Hook-Secret", secret);
          }
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(secret == null ? status : 200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  static String target(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/in/key?label=a";
  }
}
