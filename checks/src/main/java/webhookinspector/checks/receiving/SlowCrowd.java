package webhookinspector.checks.receiving;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many connections of one kind of slow peer at once. Each one that is closed is opened again until
 * the crowd ends, so that the pressure stays.
 */
final class SlowCrowd implements AutoCloseable {

  private final int port;
  private final String start;
  private final int dripMillis;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger survivors = new AtomicInteger();
  private final AtomicLong longestNanos = new AtomicLong();
  private final List<CompletableFuture<Void>> peers = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param start what each one sends at once
   * @param dripMillis then one more byte so often, as far as it can be told at all
   */
  SlowCrowd(int port, int count, String start, int dripMillis) {
    this.port = port;
    this.start = start;
    this.dripMillis = dripMillis;
    for (int i = 0; i < count; i++) {
      peers.add(CompletableFuture.runAsync(this::work, Thread.ofVirtual()::start));
    }
  }

  private void work() {
    while (!stopped) {
      try {
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(dripMillis));
        drip();
      } catch (IOException _) {
        // closed while we wrote or before we could connect: the next one
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void drip() throws IOException {
    long began = System.nanoTime();
    try (Peer peer = Peer.to(port)) {
      opened.incrementAndGet();
      peer.send(start);
      while (!peer.closesWithin(dripMillis)) {
        if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(30)) {
          survivors.incrementAndGet();
          return;
        }
        peer.send("x");
      }
    } finally {
      longestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
    }
  }

  /** Connections so far. */
  int opened() {
    return opened.get();
  }

  /** Connections that were not closed within half a minute. */
  int survivors() {
    return survivors.get();
  }

  /** How long the longest one lived. */
  long longestMillis() {
    return longestNanos.get() / 1_000_000;
  }

  /** Waits until the last one was closed. */
  void stop() {
    stopped = true;
    peers.forEach(CompletableFuture::join);
  }

  @Override
  public void close() {
    stop();
  }
}
