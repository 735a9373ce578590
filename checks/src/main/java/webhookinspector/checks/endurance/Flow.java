package webhookinspector.checks.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import webhookinspector.checks.durability.Courier;
import webhookinspector.delivery.Body;

/** Deliveries to a running receiver, from some connections at once. */
final class Flow {

  private Flow() {}

  /**
   * Sends so many as fast as they are taken.
   *
   * @return how long each answer took, in milliseconds, sorted
   */
  static List<Double> send(int port, int connections, int deliveries, int events) {
    return send(port, connections, deliveries, events, 0);
  }

  /**
   * The same at a pace.
   *
   * @param perSecond 0 for as fast as they are taken
   */
  static List<Double> send(
      int port, int connections, int deliveries, int events, double perSecond) {
    var next = new AtomicLong();
    long start = System.nanoTime();
    var all = new ArrayList<CompletableFuture<List<Double>>>();
    for (int i = 0; i < connections; i++) {
      all.add(
          CompletableFuture.supplyAsync(
              () -> {
                var took = new ArrayList<Double>();
                try (var courier = new Courier(port)) {
                  for (long n = next.getAndIncrement();
                      n < deliveries;
                      n = next.getAndIncrement()) {
                    if (perSecond > 0) {
                      waitUntil(start + (long) (n * 1e9 / perSecond));
                    }
                    took.add(one(courier, n, events));
                  }
                  return took;
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              Thread.ofVirtual()::start));
    }
    return all.stream().flatMap(part -> part.join().stream()).sorted().toList();
  }

  private static double one(Courier courier, long n, int events) throws IOException {
    long start = System.nanoTime();
    int status = courier.send(body(n, events)).status();
    if (status != 200) {
      throw new IOException("answered " + status);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static void waitUntil(long due) {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Body body(long number, int events) {
    String event =
        "{\"user\":{\"gid\":\"1200000000000007\",\"resource_type\":\"user\"},\"created_at\":\""
            + Instant.now()
            + "\",\"action\":\"changed\",\"resource\":{\"gid\":\"12"
            + "%014d".formatted(number)
            + "\",\"resource_type\":\"task\"},\"parent\":null,"
            + "\"change\":{\"field\":\"due_on\",\"action\":\"changed\"}}";
    return Body.of(
        "{\"events\":[" + String.join(",", java.util.Collections.nCopies(events, event)) + "]}");
  }

  static double percentile(List<Double> sorted, int percent) {
    return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
  }
}
