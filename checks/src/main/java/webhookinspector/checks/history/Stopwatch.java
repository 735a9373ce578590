package webhookinspector.checks.history;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long something takes that is done many times: of the processor's time, which other work on
 * the machine leaves alone, and by the clock on the wall.
 *
 * @param limit in milliseconds of the processor
 * @param millis of the processor that nineteen of twenty need at most
 * @param wall the same by the clock
 */
record Stopwatch(String what, double limit, double millis, double wall) {

  static Stopwatch of(String what, double limit, int times, Runnable each) {
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    double[] millis = new double[times];
    double[] wall = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      long worked = processor.getCurrentThreadCpuTime();
      each.run();
      millis[i] = (processor.getCurrentThreadCpuTime() - worked) / 1e6;
      wall[i] = (System.nanoTime() - start) / 1e6;
    }
    return new Stopwatch(what, limit, p95(millis), p95(wall));
  }

  private static double p95(double[] some) {
    double[] sorted = some.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length * 95 / 100];
  }

  boolean holds() {
    return millis < limit;
  }

  /** Such as {@code words p95 41.0 ms (by the clock 55.2) of 300}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s p95 %.1f ms (by the clock %.1f) of %.0f%s",
        what,
        millis,
        wall,
        limit,
        holds() ? "" : " TOO SLOW");
  }
}
