package webhookinspector.checks;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Secret;

/**
 * A proxy between Asana and the receiver. It sees each handshake, so it could sign anew; and it
 * meddles with the next delivery that has events, if somebody says how. Asana always gets a 200
 * from it, so that what was refused is not tried again.
 */
final class Meddler implements AutoCloseable {

  /**
   * What went through.
   *
   * @param signatures values of {@code X-Hook-Signature}
   */
  record Parcel(Body body, List<String> signatures) {
    Parcel(Body body, String signature) {
      this(body, List.of(signature));
    }

    String signature() {
      return signatures.getFirst();
    }
  }

  /** One way to meddle; {@code own} is the secret of the inbox that it goes to. */
  interface Way {
    Parcel meddle(Parcel parcel, Secret own, Secret other);
  }

  private static final Way NONE = (parcel, _, _) -> parcel;

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final CompletableFuture<URI> receiver = new CompletableFuture<>();
  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
  private final AtomicReference<Way> next = new AtomicReference<>(NONE);

  Meddler() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  /** What webhooks shall target. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void leadsTo(URI address) {
    receiver.complete(address);
  }

  /** Meddles with the next delivery that has events. */
  void next(Way way) {
    next.set(way);
  }

  /** What it has seen in handshakes. */
  Collection<Secret> secrets() {
    return secrets.values();
  }

  private void pass(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String secret = exchange.getRequestHeaders().getFirst("X-Hook-Secret");
    Body body = Body.wrapping(exchange.getRequestBody().readAllBytes());
    if (secret != null) {
      secrets.put(path, Secret.of(secret));
      HttpResponse<byte[]> answer = send(request(path, body).header("X-Hook-Secret", secret));
      answer.headers().firstValue("X-Hook-Secret").ifPresent(echo -> echo(exchange, echo));
      exchange.sendResponseHeaders(answer.statusCode(), -1);
    } else if (secrets.containsKey(path)) {
      deliver(path, new Parcel(body, signatures(exchange.getRequestHeaders())));
      exchange.sendResponseHeaders(200, -1);
    } else { // the inspector asks whether its address still leads to it
      String method = exchange.getRequestMethod();
      HttpResponse<byte[]> answer = send(request(path, body).method(method, publisher(body)));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
    exchange.close();
  }

  private static void echo(HttpExchange exchange, String secret) {
    exchange.getResponseHeaders().set("X-Hook-Secret", secret);
  }

  private static List<String> signatures(Headers headers) {
    return headers.getOrDefault("X-Hook-Signature", List.of());
  }

  private void deliver(String path, Parcel parcel) {
    boolean events = !parcel.body().text().equals("{\"events\":[]}");
    Way way = events ? next.getAndSet(NONE) : NONE;
    Parcel sent = way.meddle(parcel, Objects.requireNonNull(secrets.get(path)), otherThan(path));
    var request = request(path, sent.body());
    sent.signatures().forEach(signature -> request.header("X-Hook-Signature", signature));
    send(request);
  }

  private Secret otherThan(String path) {
    return secrets.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(path))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Secret.of("not-yet-known"));
  }

  private HttpRequest.Builder request(String path, Body body) {
    return HttpRequest.newBuilder(receiver.join().resolve(path))
        .header("Content-Type", "application/json")
        .POST(publisher(body));
  }

  private static HttpRequest.BodyPublisher publisher(Body body) {
    return HttpRequest.BodyPublishers.ofByteArray(body.toBytes());
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
