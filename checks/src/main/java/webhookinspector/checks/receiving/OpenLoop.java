package webhookinspector.checks.receiving;

import java.io.IOException;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import webhookinspector.checks.durability.Courier;
import webhookinspector.checks.durability.Promise;
import webhookinspector.delivery.Body;

/** Senders that do not wait for each other's answers: so many deliveries a second come, anyway. */
final class OpenLoop {

  private static final int SIZE = 64_000;
  private static final long SEED = 3;
  static final Body BODY = Promise.body(SEED, SIZE);

  private final int port;
  private final long everyNanos;
  private final Queue<Courier> idle = new ConcurrentLinkedQueue<>();
  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
  private final Nanos answers = new Nanos();
  private final Nanos refusals = new Nanos();
  private final AtomicInteger cut = new AtomicInteger();
  private volatile double seconds;

  OpenLoop(int port, double perSecond) {
    this.port = port;
    this.everyNanos = (long) (1e9 / perSecond);
  }

  static Courier courier(int port) throws IOException {
    return new Courier(port);
  }

  /** The future ends with the last answer. */
  CompletableFuture<Void> begin(int forSeconds) {
    return CompletableFuture.runAsync(() -> offer(forSeconds), Thread.ofPlatform()::start);
  }

  private void offer(int forSeconds) {
    long start = System.nanoTime();
    long end = start + forSeconds * 1_000_000_000L;
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long due = start; due < end; due += everyNanos) {
        LockSupport.parkNanos(due - System.nanoTime());
        senders.execute(this::send);
      }
      seconds = (System.nanoTime() - start) / 1e9;
    }
  }

  private void send() {
    Courier free = idle.poll();
    try {
      Courier courier = free != null ? free : courier(port);
      long start = System.nanoTime();
      Courier.Answer answer = courier.send(BODY);
      if (answer.status() == 200) {
        answers.since(start);
        promises.add(new Promise(answer.id(), SEED, SIZE));
      } else {
        refusals.since(start);
      }
      if (answer.last()) {
        courier.close();
      } else {
        idle.add(courier);
      }
    } catch (IOException _) {
      cut.incrementAndGet();
    }
  }

  Collection<Promise> promises() {
    return promises;
  }

  /** How long the 200 took. */
  Nanos answers() {
    return answers;
  }

  /** How long the 503 took. */
  Nanos refusals() {
    return refusals;
  }

  /** Connections that ended without an answer. */
  int cut() {
    return cut.get();
  }

  /** For how long deliveries came. */
  double seconds() {
    return seconds;
  }
}
