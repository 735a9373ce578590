package webhookinspector.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long after the change deliveries arrived, in milliseconds; the component names are the JSON
 * names.
 *
 * @param count of those that tell a time
 * @param p50 half arrived within it; null when none tells a time
 * @param p90 nine in ten did
 * @param p99 ninety-nine in a hundred did
 * @param steps from the quickest to the slowest, empty ones included
 */
public record Lags(
    long count, @Nullable Long p50, @Nullable Long p90, @Nullable Long p99, List<Step> steps) {

  /** A little wider each, so that 300 ms and 10 min can be seen in one picture. */
  private static final List<Long> BOUNDS =
      List.of(
          0L,
          100L,
          200L,
          500L,
          1_000L,
          2_000L,
          5_000L,
          10_000L,
          20_000L,
          30_000L,
          60_000L,
          120_000L,
          300_000L,
          600_000L,
          1_200_000L,
          1_800_000L,
          3_600_000L,
          21_600_000L,
          86_400_000L);

  public Lags {
    steps = List.copyOf(steps);
  }

  /**
   * @param below exclusive bound of the step, 0 for what came before its change by our clock; null
   *     for the last
   */
  public record Step(@Nullable Long below, long count) {}

  /**
   * @param ascending in milliseconds
   */
  public static Lags of(List<Long> ascending) {
    var steps = new ArrayList<Step>();
    int from = 0;
    for (Long bound : BOUNDS) {
      int end = firstNotBelow(ascending, bound);
      steps.add(new Step(bound, end - from));
      from = end;
    }
    steps.add(new Step(null, ascending.size() - from));
    return new Lags(
        ascending.size(),
        percentile(ascending, 50),
        percentile(ascending, 90),
        percentile(ascending, 99),
        steps);
  }

  private static int firstNotBelow(List<Long> ascending, long bound) {
    int at = Collections.binarySearch(ascending, bound);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && ascending.get(at - 1) == bound) {
      at--;
    }
    return at;
  }

  /** The smallest that so many in a hundred do not pass. */
  private static @Nullable Long percentile(List<Long> ascending, int percent) {
    int size = ascending.size();
    return size == 0 ? null : ascending.get((size * percent + 99) / 100 - 1);
  }
}
