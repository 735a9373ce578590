package webhookinspector.forward;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps starts so far apart that a target which comes back is not overrun by what has gathered. A
 * start that came late is made up for within a moment, so that the rate holds on a busy machine.
 */
final class Pace {

  /** So much lateness is made up for. */
  private static final Duration MADE_UP = Duration.ofMillis(500);

  private final Duration apart;
  private Instant next = Instant.MIN;

  /**
   * @param rate starts a second, 1 to 10,000
   */
  Pace(int rate) {
    this.apart = Duration.ofNanos(1_000_000_000L / rate);
  }

  /** When the next one may start. */
  Instant next() {
    return next;
  }

  /** One starts. */
  void start(Instant now) {
    Instant oldest = now.minus(MADE_UP);
    next = (next.isBefore(oldest) ? oldest : next).plus(apart);
  }

  /** Nothing could have started before, so there is nothing to make up for. */
  void skipTo(Instant time) {
    if (next.isBefore(time)) {
      next = time;
    }
  }
}
