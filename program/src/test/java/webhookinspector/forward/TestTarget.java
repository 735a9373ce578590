package webhookinspector.forward;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import webhookinspector.delivery.Body;

/** Somebody's app on a real socket, that can be told how to behave, and stopped and started. */
public final class TestTarget implements AutoCloseable {

  /**
   * What it got.
   *
   * @param at by the monotonic clock, in nanoseconds
   */
  public record Got(Headers headers, Body body, long at) {
    public String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  /** How it answers. */
  public interface Manner {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Manner manner = answering(200);
  private HttpServer server;
  private final int port;

  public TestTarget() {
    server = open(0);
    port = server.getAddress().getPort();
  }

  private HttpServer open(int at) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), at);
      HttpServer opened = HttpServer.create(address, 0);
      opened.setExecutor(threads);
      opened.createContext("/", this::take);
      opened.start();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      got.add(new Got(exchange.getRequestHeaders(), Body.wrapping(body), System.nanoTime()));
      manner.answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers with a status and no body. */
  public static Manner answering(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  /** Says more than that. */
  public static Manner answering(int status, String body) {
    return exchange -> {
      byte[] bytes = Body.of(body).toBytes();
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Never answers. */
  public static Manner hanging() {
    return exchange -> Thread.sleep(60_000);
  }

  public void behave(Manner other) {
    manner = other;
  }

  /** Nobody listens there any more. */
  public void stop() {
    server.stop(0);
  }

  /** It is back, at the same address. */
  public void restart() {
    server = open(port);
  }

  public String address() {
    return "http://127.0.0.1:" + port + "/hook";
  }

  /** In the order in which it came. */
  public List<Got> got() {
    return got;
  }

  /** The bodies of it. */
  public List<String> bodies() {
    return got.stream().map(one -> one.body.text()).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
