package webhookinspector.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Shares what all streams together may ask: {@link #BURST} calls at once, then one a second, so at
 * most 120 in any minute and 60 in the long run, well below the 150 of a free workspace (rate
 * limits page). Who came first goes first, so one that has much to fetch waits behind the others
 * after each page.
 */
final class Turns {

  static final int BURST = 60;
  static final Duration EVERY = Duration.ofSeconds(1);

  private static final Duration AHEAD = EVERY.multipliedBy(BURST - 1);

  private final InstantSource clock;
  private final Rest rest;
  private final ReentrantLock queue = new ReentrantLock(true);

  /** When everything taken so far would be paid off at one call in {@link #EVERY}. */
  private @Nullable Instant paidOff;

  Turns(InstantSource clock, Rest rest) {
    this.clock = clock;
    this.rest = rest;
  }

  /** Waits for one's turn. */
  void take() throws InterruptedException {
    queue.lockInterruptibly();
    try {
      Instant now = clock.instant();
      Instant from = paidOff == null || isPast(paidOff, now) ? now : paidOff;
      Duration wait = Duration.between(now, from.minus(AHEAD));
      if (wait.isPositive()) {
        rest.of(wait);
      }
      paidOff = from.plus(EVERY);
    } finally {
      queue.unlock();
    }
  }

  /** Also when the clock was set back. */
  private static boolean isPast(Instant paidOff, Instant now) {
    return paidOff.isBefore(now) || paidOff.isAfter(now.plus(AHEAD).plus(EVERY));
  }
}
