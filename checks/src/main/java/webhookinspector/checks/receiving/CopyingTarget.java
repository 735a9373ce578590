package webhookinspector.checks.receiving;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import webhookinspector.delivery.Body;
import webhookinspector.egress.Outgoing;
import webhookinspector.trust.Signature;

/** A target that keeps what it is sent. */
final class CopyingTarget implements AutoCloseable {

  /** One request. */
  record Arrival(String delivery, String signature, Body body) {}

  private final HttpServer server;
  private final List<Arrival> arrivals = new ArrayList<>();

  CopyingTarget() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          var arrival =
              new Arrival(
                  String.valueOf(headers.getFirst(Outgoing.MARKER)),
                  String.valueOf(headers.getFirst(Signature.HEADER)),
                  Body.wrapping(exchange.getRequestBody().readAllBytes()));
          synchronized (arrivals) {
            arrivals.add(arrival);
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

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
