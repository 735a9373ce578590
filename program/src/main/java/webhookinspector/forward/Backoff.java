package webhookinspector.forward;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: anything from nothing to a limit that doubles with each
 * failure ("full jitter"), so that what failed together does not come back together.
 *
 * @param first the limit after one failure
 * @param longest where the doubling ends
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

  /**
   * @param failures in a row, at least 1
   */
  Duration after(int failures) {
    long limit = first.toMillis() << Math.min(failures - 1, 30);
    return Duration.ofMillis(random.nextLong(Math.min(limit, longest.toMillis()) + 1));
  }
}
