package webhookinspector.replay;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What chance does to a timetable; the same for the same seed.
 *
 * @param shuffled whether deliveries leave in any order, at the times that the timetable has
 * @param jitter each leaves up to so much later; it may be overtaken
 */
public record Mixing(boolean shuffled, Duration jitter, long seed) {

  private static final Duration MOST_JITTER = Duration.ofHours(1);

  /** Leaves everything as it is. */
  public static final Mixing NONE = new Mixing(false, Duration.ZERO, 0);

  public Mixing {
    if (jitter.isNegative() || jitter.compareTo(MOST_JITTER) > 0) {
      throw new IllegalArgumentException(
          "jitter: " + jitter.toMillis() + " ms (expected: 0 to 3600000 ms)");
    }
  }

  /** Whether chance has a part in it. */
  public boolean random() {
    return shuffled || !jitter.isZero();
  }

  <T> void shuffle(List<T> list) {
    if (shuffled) {
      Collections.shuffle(list, new Random(seed));
    }
  }

  /** As many delays as there are departures, in their order. */
  Iterable<Duration> delays(int count) {
    var random = new Random(seed + 1);
    return () ->
        random
            .longs(count, 0, Math.max(1, jitter.toNanos()))
            .mapToObj(Duration::ofNanos)
            .iterator();
  }
}
