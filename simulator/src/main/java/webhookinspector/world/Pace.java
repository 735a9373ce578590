package webhookinspector.world;

import java.time.Duration;
import java.time.Instant;

/**
 * How one time follows another.
 *
 * @param base the simulator's time when the real time was {@code realBase}
 * @param speed seconds of the simulator a real second
 */
record Pace(Instant base, Instant realBase, double speed) {

  Instant at(Instant real) {
    return base.plusNanos((long) (Duration.between(realBase, real).toNanos() * speed));
  }

  /** Real nanoseconds from one time of the simulator to a later one; at least 1. */
  long nanosBetween(Instant from, Instant to) {
    return speed == 0
        ? Long.MAX_VALUE
        : Math.max(1, (long) (Duration.between(from, to).toNanos() / speed));
  }

  Pace from(Instant newBase, Instant real) {
    return new Pace(newBase, real, speed);
  }

  Pace withSpeed(double factor) {
    return new Pace(base, realBase, factor);
  }
}
