package webhookinspector.checks.sending;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import webhookinspector.egress.Outgoing;

/** A target that writes down what arrives when, and answers at once. */
final class PunctualTarget implements AutoCloseable {

  /**
   * One arrival.
   *
   * @param nanos by {@link System#nanoTime}
   */
  record Arrival(String delivery, long nanos) {}

  private final HttpServer server;
  private final List<Arrival> arrivals = new ArrayList<>();

  PunctualTarget() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext(
        "/",
        exchange -> {
          long now = System.nanoTime();
          String delivery = String.valueOf(exchange.getRequestHeaders().getFirst(Outgoing.MARKER));
          synchronized (arrivals) {
            arrivals.add(new Arrival(delivery, now));
          }
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String address() {
    return "http://127.0.0.1:" + port() + "/hook";
  }

  /** In the order in which they came. */
  List<Arrival> arrivals() {
    synchronized (arrivals) {
      return List.copyOf(arrivals);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
