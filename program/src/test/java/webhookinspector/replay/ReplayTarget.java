package webhookinspector.replay;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Outgoing;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/** A target on loopback that remembers what it got, and answers as it is told. */
public final class ReplayTarget implements AutoCloseable {

  /** What one request brought. */
  public record Got(String marker, String signature, Body body) {

    /** The id of the delivery that it is a copy of. */
    public String delivery() {
      return marker.split(";", 2)[0];
    }

    /** Whether it can be believed by who has that secret. */
    public boolean isSignedWith(Secret secret) {
      var headers = Headers.of(Signature.HEADER, signature);
      return webhookinspector.trust.Verdict.of(headers, body, secret).believable();
    }
  }

  private final HttpServer server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private volatile IntUnaryOperator status = _ -> 200;

  public ReplayTarget() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          var one =
              new Got(
                  String.valueOf(headers.getFirst(Outgoing.MARKER)),
                  String.valueOf(headers.getFirst(Signature.HEADER)),
                  Body.wrapping(exchange.getRequestBody().readAllBytes()));
          int number = remember(one);
          exchange.sendResponseHeaders(status.applyAsInt(number), -1);
          exchange.close();
        });
    server.start();
  }

  private synchronized int remember(Got one) {
    got.add(one);
    return got.size();
  }

  /** Answers the first, second, … request with the status of 1, 2, … */
  public void answers(IntUnaryOperator next) {
    status = next;
  }

  /** What it got, in order of arrival. */
  public List<Got> got() {
    return got;
  }

  /** The ids of what it got. */
  public List<String> deliveries() {
    return got.stream().map(Got::delivery).toList();
  }

  /** Forgets it all. */
  public void forget() {
    got.clear();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
