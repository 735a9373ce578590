package webhookinspector.checks.forward;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/**
 * Somebody's app that is stopped and started again at the same address. Remembers by their ids when
 * deliveries came, also those whose answer it did not live to give.
 */
final class FlakyApp implements AutoCloseable {

  private final Map<String, List<Long>> arrivals = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int port;
  private HttpServer server;

  FlakyApp() throws IOException {
    server = open(0);
    port = server.getAddress().getPort();
  }

  private HttpServer open(int at) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), at);
    HttpServer opened = HttpServer.create(address, 0);
    opened.setExecutor(threads);
    opened.createContext("/", this::take);
    opened.start();
    return opened;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      arrivals.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(System.nanoTime());
      TimeUnit.MILLISECONDS.sleep(2); // so that a stop meets some in the middle
      exchange.sendResponseHeaders(200, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port + "/hook");
  }

  void stop() {
    server.stop(0);
  }

  void start() throws IOException {
    server = open(port);
  }

  /** When each came, in nanoseconds by the monotonic clock, by their ids. */
  Map<String, List<Long>> arrivals() {
    return arrivals;
  }

  /** Waits until enough different ones came; false if they did not in time. */
  boolean await(IntPredicate enough, long patienceMillis) throws InterruptedException {
    long end = System.nanoTime() + patienceMillis * 1_000_000;
    while (!enough.test(arrivals.size()) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    return enough.test(arrivals.size());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
