package webhookinspector.checks.receiving;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import webhookinspector.checks.durability.Courier;
import webhookinspector.checks.durability.Promise;

/** So many deliveries over so many connections, each as soon as the one before is answered. */
final class Crowd {

  private static final int SMALLEST = 300;
  private static final int RANGE = 2_000;

  private final int port;
  private final int count;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
  private final Nanos nanos = new Nanos();

  Crowd(int port, int count) {
    this.port = port;
    this.count = count;
  }

  /** Returns once each has its answer. */
  void send(int connections) {
    List<CompletableFuture<Void>> clients = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      clients.add(CompletableFuture.runAsync(this::work, Thread.ofVirtual()::start));
    }
    clients.forEach(CompletableFuture::join);
  }

  private void work() {
    int number = next.getAndIncrement();
    while (number < count) {
      try (var courier = new Courier(port)) {
        boolean goesOn = true;
        while (goesOn && number < count) {
          goesOn = send(courier, number);
          number = next.getAndIncrement();
        }
      } catch (IOException _) {
        unanswered.incrementAndGet();
        number = next.getAndIncrement();
      }
    }
  }

  private boolean send(Courier courier, int number) throws IOException {
    int size = SMALLEST + number * 31 % RANGE;
    long start = System.nanoTime();
    Courier.Answer answer = courier.send(Promise.body(number, size));
    nanos.since(start);
    if (answer.status() == 200) {
      promises.add(new Promise(answer.id(), number, size));
    } else if (answer.status() == 503) {
      refused.incrementAndGet();
    }
    return !answer.last();
  }

  Collection<Promise> promises() {
    return promises;
  }

  /** Answered with 503. */
  int refused() {
    return refused.get();
  }

  /** Connections that ended without an answer. */
  int unanswered() {
    return unanswered.get();
  }

  Nanos nanos() {
    return nanos;
  }
}
