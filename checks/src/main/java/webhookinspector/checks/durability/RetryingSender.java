package webhookinspector.checks.durability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends at an even pace and, as Asana does, tries each again until it is taken. */
final class RetryingSender implements AutoCloseable {

  private static final int CLIENTS = 16;

  private final int port;
  private final double perSecond;
  private final boolean reusing;
  private final long start = System.nanoTime();
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
  private final Queue<Long> taken = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<Void>> clients = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param reusing whether a connection carries more than one delivery; then a cut may only mean
   *     that it was idle, which is no refusal
   */
  RetryingSender(int port, double perSecond, boolean reusing) {
    this.port = port;
    this.reusing = reusing;
    this.perSecond = perSecond;
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(CompletableFuture.runAsync(this::work, Thread.ofVirtual()::start));
    }
  }

  private void work() {
    Courier courier = null;
    while (!stopped) {
      long n = next.getAndIncrement();
      pause(start + (long) (n * 1e9 / perSecond) - System.nanoTime());
      courier = sendUntilTaken(n, courier);
    }
    close(courier);
  }

  private @Nullable Courier sendUntilTaken(long n, @Nullable Courier open) {
    Courier courier = open;
    int size = new Random(n).nextInt(100, 2_000);
    while (true) {
      try {
        courier = courier == null ? new Courier(port) : courier;
        Courier.Answer answer = courier.send(Promise.body(n, size));
        if (answer.last() || !reusing) {
          close(courier);
          courier = null;
        }
        if (answer.status() == 200) {
          taken.add(System.nanoTime());
          promises.add(new Promise(answer.id(), n, size));
          return courier;
        }
      } catch (IOException _) {
        close(courier);
        courier = null;
      }
      refused.incrementAndGet();
      pause(20_000_000);
    }
  }

  private static void close(@Nullable Courier courier) {
    try {
      if (courier != null) {
        courier.close();
      }
    } catch (IOException _) {
      // it is gone
    }
  }

  private static void pause(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Collection<Promise> promises() {
    return promises;
  }

  /** Attempts that were cut, refused, or answered otherwise than 200. */
  long refused() {
    return refused.get();
  }

  /** Waits for so many more. */
  void awaitMore(int deliveries) throws InterruptedException {
    int wanted = promises.size() + deliveries;
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (promises.size() < wanted) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("nothing is taken any more");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** The longest time from one 200 to the next since then, in milliseconds. */
  long longestPauseMillis(long sinceNanos) {
    long longest = 0;
    long before = sinceNanos;
    for (long at : taken.stream().filter(t -> t > sinceNanos).sorted().toList()) {
      longest = Math.max(longest, at - before);
      before = at;
    }
    return longest / 1_000_000;
  }

  /** Waits until all that was begun is taken. */
  void stop() {
    stopped = true;
    clients.forEach(CompletableFuture::join);
  }

  @Override
  public void close() {
    stop();
  }
}
