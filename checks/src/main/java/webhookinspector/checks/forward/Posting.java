package webhookinspector.checks.forward;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import webhookinspector.checks.durability.Courier;
import webhookinspector.delivery.Body;

/** Posts so many deliveries a second to the receiver, and measures how soon each is answered. */
public final class Posting {

  private static final int CLIENTS = 4;

  private final int port;
  private final int perSecond;
  private final AtomicInteger bodies;
  private final AtomicInteger left;
  private final long start = System.nanoTime();
  private final int count;
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  /**
   * @param bodies gives each body another number
   */
  public Posting(int port, int count, int perSecond, AtomicInteger bodies) {
    this.port = port;
    this.count = count;
    this.left = new AtomicInteger(count);
    this.perSecond = perSecond;
    this.bodies = bodies;
  }

  /** Begins; the future ends with the last answer. */
  public CompletableFuture<Void> begin() {
    var clients = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(CompletableFuture.runAsync(this::work, Thread.ofVirtual()::start));
    }
    return CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new));
  }

  private void work() {
    try (var courier = new Courier(port)) {
      for (int turn = left.getAndDecrement(); turn > 0; turn = left.getAndDecrement()) {
        awaitTurn(count - turn);
        post(courier);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("a delivery got no answer", e);
    }
  }

  private void awaitTurn(int number) throws InterruptedException {
    long due = start + number * 1_000_000_000L / perSecond;
    long wait = due - System.nanoTime();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
  }

  private void post(Courier courier) throws IOException {
    String body =
        "{\"events\":[{\"action\":\"changed\",\"resource\":{\"gid\":\"%d\",\"resource_type\":\"task\"}}]}"
            .formatted(bodies.incrementAndGet());
    long sent = System.nanoTime();
    Courier.Answer answer = courier.send(Body.of(body));
    nanos.add(System.nanoTime() - sent);
    if (answer.status() != 200) {
      throw new IOException("answered " + answer.status());
    }
    acknowledged.put(answer.id(), System.nanoTime());
  }

  public int sent() {
    return acknowledged.size();
  }

  /** Ids of what was answered with 200. */
  public List<String> acknowledged() {
    return List.copyOf(acknowledged.keySet());
  }

  /** When each had its 200, in nanoseconds by the monotonic clock, by their ids. */
  Map<String, Long> answered() {
    return Map.copyOf(acknowledged);
  }

  /** The time within which 99 % were answered. */
  public double p99Millis() {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[(int) ((sorted.length - 1) * 0.99)] / 1e6;
  }
}
