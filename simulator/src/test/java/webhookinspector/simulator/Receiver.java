package webhookinspector.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.event.Content;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Verdict;

/** A receiver on loopback that does all of it right until a test says otherwise. */
final class Receiver implements AutoCloseable {

  private final int port;
  private HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final List<String> secrets = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile boolean echoes = true;
  private volatile long delayMillis;

  Receiver() {
    server = open(0);
    port = server.getAddress().getPort();
  }

  private HttpServer open(int number) {
    try {
      var opened =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 100);
      opened.setExecutor(threads);
      opened.createContext("/", this::receive);
      opened.start();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its port is closed and its connections break, until it is {@link #up}. */
  void down() {
    server.stop(0);
  }

  /** At the same address as before. */
  void up() {
    server = open(port);
  }

  URI target() {
    return URI.create("http://127.0.0.1:" + port + "/in?from=asana");
  }

  /** Answers with that status from now on; 200 is all right. */
  void answers(int code) {
    status = code;
  }

  void echoes(boolean does) {
    echoes = does;
  }

  void answersAfter(long millis) {
    delayMillis = millis;
  }

  /** All but handshakes, in the order in which they came. */
  List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  List<String> bodies() {
    return deliveries.stream().map(delivery -> delivery.body().text()).toList();
  }

  /** The secrets that were offered. */
  List<String> secrets() {
    return List.copyOf(secrets);
  }

  /** Deliveries with events, those events and nothing else. */
  List<webhookinspector.event.Event> events() {
    return deliveries.stream()
        .map(delivery -> Content.of(delivery.body()))
        .filter(Content.Events.class::isInstance)
        .flatMap(content -> ((Content.Events) content).events().stream())
        .toList();
  }

  boolean believesAll() {
    Secret secret = Secret.of(secrets.getLast());
    return deliveries.stream()
        .allMatch(each -> Verdict.of(each.headers(), each.body(), secret).believable());
  }

  private void receive(HttpExchange exchange) throws IOException {
    var lines = new ArrayList<Header>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> lines.add(new Header(name, value))));
    Headers headers = new Headers(lines);
    Body body = Body.of(exchange.getRequestBody().readAllBytes());
    pause();
    headers
        .first("X-Hook-Secret")
        .ifPresentOrElse(
            secret -> {
              secrets.add(secret);
              if (echoes) {
                exchange.getResponseHeaders().add("X-Hook-Secret", secret);
              }
            },
            () -> deliveries.add(new Delivery(Instant.EPOCH, headers, body)));
    byte[] answer = status == 200 ? new byte[0] : "out of order".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 204 || answer.length == 0 ? -1 : answer.length);
    if (status != 204) {
      exchange.getResponseBody().write(answer);
    }
    exchange.close();
  }

  private void pause() {
    try {
      Thread.sleep(delayMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
