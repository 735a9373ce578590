package webhookinspector.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Signature;

/** Sends signed deliveries to the inbox of a {@link Stock}, each about another task. */
final class Sender implements AutoCloseable {

  private static final int CLIENTS = 8;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI inbox;
  private final AtomicLong tasks = new AtomicLong(System.currentTimeMillis());

  Sender(URI receiver) {
    this.inbox = URI.create(receiver + "/in/" + Stock.KEY.text());
  }

  /** One, and when it left, in milliseconds since 1970; {@code task} is the gid it is about. */
  record Sent(String task, long at) {}

  Sent one() {
    String task = Long.toString(tasks.incrementAndGet());
    long at = System.currentTimeMillis();
    post(body(task));
    return new Sent(task, at);
  }

  /** One behind the other. */
  void some(int count) {
    for (int i = 0; i < count; i++) {
      one();
    }
  }

  /** So many a second, for so long; when this returns, each has its 200. */
  void flood(int perSecond, Duration lasting) {
    long start = System.nanoTime();
    long count = perSecond * lasting.toSeconds();
    var next = new AtomicLong();
    var clients = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(
          CompletableFuture.runAsync(
              () -> {
                for (long n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                  await(start + n * 1_000_000_000L / perSecond);
                  post(body(Long.toString(tasks.incrementAndGet())));
                }
              },
              Thread.ofVirtual()::start));
    }
    CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();
  }

  private static void await(long due) {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Body body(String task) {
    return Body.of(
        "{\"events\":[{\"user\":{\"gid\":\"1200000000000007\",\"resource_type\":\"user\"},\"created_at\":\""
            + java.time.Instant.now()
            + "\",\"action\":\"changed\",\"resource\":{\"gid\":\""
            + task
            + "\",\"resource_type\":\"task\"},\"parent\":null,\"change\":{\"field\":\"due_on\",\"action\":\"changed\"}}]}");
  }

  private void post(Body body) {
    HttpRequest request =
        HttpRequest.newBuilder(inbox)
            .header("Content-Type", "application/json")
            .header(Signature.HEADER, Signature.of(Stock.SECRET, body).hex())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toBytes()))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("answered " + status);
      }
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException("a delivery got no answer", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  static double percentile(List<Double> numbers, int percent) {
    List<Double> sorted = numbers.stream().sorted().toList();
    return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
  }
}
