package webhookinspector.replay;

import java.time.Duration;

/**
 * How closely deliveries follow one another when they are sent again.
 *
 * @param speed how many times faster than they came: 1 as they came, 0.5 half as fast, infinite
 *     without waiting at all
 */
public record Spacing(double speed) {

  /** One behind the other, without waiting. */
  public static final Spacing NONE = new Spacing(Double.POSITIVE_INFINITY);

  /** As they came. */
  public static final Spacing ORIGINAL = new Spacing(1);

  private static final double SLOWEST = 0.001;
  private static final double FASTEST = 1_000_000;

  public Spacing {
    boolean known = speed >= SLOWEST && (speed <= FASTEST || Double.isInfinite(speed));
    if (!known) {
      throw new IllegalArgumentException(
          "speed: " + speed + " (expected: 0.001 to 1000000 times as fast as they came)");
    }
  }

  /** What remains of a time that lay between two of them. */
  Duration of(Duration original) {
    return Duration.ofNanos(Math.round(original.toNanos() / speed));
  }
}
