package webhookinspector.forward;

import java.time.Duration;

/**
 * How much a target is given, and how often.
 *
 * @param atOnce deliveries on their way to one target at a time
 * @param rate deliveries a second while a target catches up, 1 to 10,000
 * @param tries of one delivery, before it is given up
 * @param age the same, counted from the first try: Asana itself gives up after 24 h (webhooks
 *     guide)
 */
public record Limits(int atOnce, int rate, int tries, Duration age) {

  /** Four at once, 100 a second while catching up, ten tries within a day. */
  public static final Limits DEFAULTS = new Limits(4, 100, 10, Duration.ofHours(24));

  public Limits {
    if (rate < 1 || rate > 10_000) {
      throw new IllegalArgumentException("forward-rate: " + rate + " (expected: 1 to 10000)");
    }
  }

  /** With another rate. */
  public Limits rate(int other) {
    return new Limits(atOnce, other, tries, age);
  }
}
