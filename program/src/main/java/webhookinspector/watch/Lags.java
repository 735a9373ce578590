package webhookinspector.watch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lags of the newest events of one webhook. For one thread at a time. */
final class Lags {

  private static final int MOST = 1_000;

  private final long[] millis = new long[MOST];
  private int next;
  private int size;

  void add(long lag) {
    millis[next] = lag;
    next = (next + 1) % MOST;
    size = Math.min(size + 1, MOST);
  }

  /** By nearest rank; null before there is any. */
  @Nullable Lag percentiles() {
    if (size == 0) {
      return null;
    }
    long[] sorted = Arrays.copyOf(millis, size);
    Arrays.sort(sorted);
    return new Lag(size, at(sorted, 50), at(sorted, 90), at(sorted, 99), sorted[size - 1]);
  }

  /** The smallest one, which no delay of Asana's hides; 0 before there is any. */
  long least() {
    return size == 0 ? 0 : Arrays.stream(millis, 0, size).min().orElse(0);
  }

  private static long at(long[] sorted, int percent) {
    int rank = (sorted.length * percent + 99) / 100;
    return sorted[Math.max(rank, 1) - 1];
  }
}
