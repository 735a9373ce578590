package webhookinspector.checks.durability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Clients that send without a pause and remember what was promised to them. */
final class Traffic implements AutoCloseable {

  private final int port;
  private final int smallest;
  private final int largest;
  private final AtomicLong seeds;
  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
  private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
  private final AtomicLong slowestRefusalNanos = new AtomicLong();
  private final AtomicLong lastPromiseNanos = new AtomicLong();
  private final List<CompletableFuture<Void>> clients = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param firstSeed so that no two bodies of a check are the same
   */
  Traffic(int port, int clients, int smallest, int largest, long firstSeed) {
    this.port = port;
    this.smallest = smallest;
    this.largest = largest;
    this.seeds = new AtomicLong(firstSeed);
    for (int i = 0; i < clients; i++) {
      this.clients.add(CompletableFuture.runAsync(this::work, Thread.ofVirtual()::start));
    }
  }

  private void work() {
    while (!stopped) {
      try (var courier = new Courier(port)) {
        while (!stopped && send(courier)) {
          Thread.onSpinWait();
        }
      } catch (IOException _) {
        pause(); // cut off: whatever was under way was not promised
      }
    }
  }

  /** Returns whether the connection goes on. */
  private boolean send(Courier courier) throws IOException {
    long seed = seeds.getAndIncrement();
    int size = new Random(seed).nextInt(smallest, largest);
    long start = System.nanoTime();
    Courier.Answer answer = courier.send(Promise.body(seed, size));
    if (answer.status() == 200) {
      promises.add(new Promise(answer.id(), seed, size));
      lastPromiseNanos.set(System.nanoTime());
    } else {
      slowestRefusalNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
      pause();
    }
    statuses.computeIfAbsent(answer.status(), s -> new AtomicLong()).incrementAndGet();
    return !answer.last();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(5);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  Collection<Promise> promises() {
    return promises;
  }

  long nextSeed() {
    return seeds.get();
  }

  long count(int status) {
    AtomicLong count = statuses.get(status);
    return count == null ? 0 : count.get();
  }

  long slowestRefusalMillis() {
    return slowestRefusalNanos.get() / 1_000_000;
  }

  /** Of {@link System#nanoTime}. */
  long lastPromiseNanos() {
    return lastPromiseNanos.get();
  }

  /** Waits for so many answers of that kind; false when they did not come in time. */
  boolean await(int status, long wanted, long patienceMillis) throws InterruptedException {
    return awaitOr(status, wanted, patienceMillis, () -> false);
  }

  /** The same, but not for longer than until something else is true. */
  boolean awaitOr(int status, long wanted, long patienceMillis, BooleanSupplier other)
      throws InterruptedException {
    long end = System.nanoTime() + patienceMillis * 1_000_000;
    while (count(status) < wanted && System.nanoTime() < end && !other.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    return count(status) >= wanted;
  }

  /** Waits for answers that are on their way. */
  void stop() {
    stopped = true;
    clients.forEach(CompletableFuture::join);
  }

  @Override
  public void close() {
    stop();
  }
}
