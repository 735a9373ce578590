package webhookinspector.checks.receiving;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long answers took, from many threads. */
final class Nanos {

  private final Queue<Long> all = new ConcurrentLinkedQueue<>();

  void since(long start) {
    all.add(System.nanoTime() - start);
  }

  int count() {
    return all.size();
  }

  /** Milliseconds within which this share was answered; 1 is the slowest. */
  double millis(double share) {
    long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * share)] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "p99 %.0f ms, slowest %.0f ms", millis(0.99), millis(1));
  }
}
