package webhookinspector.checks.receiving;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import webhookinspector.checks.durability.Courier;
import webhookinspector.checks.durability.Promise;

/** Authentic deliveries at a steady pace while something else goes on, and what became of them. */
final class SteadySender implements AutoCloseable {

  private static final int SIZE = 700;

  private final int port;
  private final Duration pause;
  private final AtomicLong seeds = new AtomicLong();
  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
  private final Nanos nanos = new Nanos();
  private final AtomicInteger failures = new AtomicInteger();
  private final List<CompletableFuture<Void>> clients = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param pause of each client between an answer and the next delivery
   */
  SteadySender(int port, int clients, Duration pause) {
    this.port = port;
    this.pause = pause;
    for (int i = 0; i < clients; i++) {
      this.clients.add(CompletableFuture.runAsync(this::work, Thread.ofVirtual()::start));
    }
  }

  private void work() {
    while (!stopped) {
      try (var courier = new Courier(port)) {
        boolean goesOn = true;
        while (!stopped && goesOn) {
          goesOn = send(courier);
          Thread.sleep(pause);
        }
      } catch (IOException _) {
        failures.incrementAndGet();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean send(Courier courier) throws IOException {
    long seed = seeds.getAndIncrement();
    long start = System.nanoTime();
    Courier.Answer answer = courier.send(Promise.body(seed, SIZE));
    nanos.since(start);
    if (answer.status() == 200) {
      promises.add(new Promise(answer.id(), seed, SIZE));
    } else {
      failures.incrementAndGet();
    }
    return !answer.last();
  }

  Collection<Promise> promises() {
    return promises;
  }

  Nanos nanos() {
    return nanos;
  }

  /** Deliveries that got no 200. */
  int failures() {
    return failures.get();
  }

  /** Waits for the answers that are on their way. */
  void stop() {
    stopped = true;
    clients.forEach(CompletableFuture::join);
  }

  @Override
  public void close() {
    stop();
  }
}
