package webhookinspector.browser;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Where deliveries are sent on to; remembers their bodies and headers. */
final class Target implements AutoCloseable {

  private final HttpServer server;
  private final Collection<String> bodies = new LinkedBlockingQueue<>();
  private final Collection<Headers> headers = new LinkedBlockingQueue<>();

  private Target(HttpServer server) {
    this.server = server;
  }

  /** Takes everything. */
  static Target willing() throws IOException {
    return answering(204, _ -> "");
  }

  /** Takes nothing. */
  static Target refusing(int status) throws IOException {
    return answering(status, _ -> "");
  }

  /**
   * Answers a status, and what a text says of how many were there before.
   *
   * @param text an empty one stands for no body
   */
  static Target answering(int status, IntFunction<String> text) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var target = new Target(server);
    var count = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          byte[] answer = text.apply(count.getAndIncrement()).getBytes(StandardCharsets.UTF_8);
          target.headers.add(exchange.getRequestHeaders());
          target.bodies.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return target;
  }

  Collection<String> bodies() {
    return bodies;
  }

  /** What stood in that header, of each that came. */
  List<String> headers(String name) {
    return headers.stream().map(each -> String.valueOf(each.getFirst(name))).toList();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
