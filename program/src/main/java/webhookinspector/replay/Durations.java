package webhookinspector.replay;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import webhookinspector.feed.ReplayLine;

/** Lengths of time, all of them kept, four bytes each: percentiles are then exact. */
final class Durations {

  private int[] micros = new int[64];
  private int count;

  void add(Duration length) {
    if (count == micros.length) {
      micros = Arrays.copyOf(micros, count * 2);
    }
    micros[count++] = (int) Math.min(Integer.MAX_VALUE, length.toNanos() / 1_000);
  }

  int count() {
    return count;
  }

  static ReplayLine.Times times(List<Durations> parts) {
    int[] all = new int[parts.stream().mapToInt(Durations::count).sum()];
    int at = 0;
    for (Durations part : parts) {
      System.arraycopy(part.micros, 0, all, at, part.count);
      at += part.count;
    }
    Arrays.sort(all);
    return new ReplayLine.Times(millis(all, 50), millis(all, 95), millis(all, 99));
  }

  /** By the nearest rank. */
  private static double millis(int[] sorted, int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return Math.round(sorted[Math.max(0, rank - 1)] / 100.0) / 10.0;
  }
}
