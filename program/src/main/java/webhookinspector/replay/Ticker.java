package webhookinspector.replay;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A clock that can be waited on; tests give one that jumps. */
public interface Ticker {

  /** The clock of this machine that never goes back. */
  Ticker SYSTEM =
      new Ticker() {
        @Override
        public long now() {
          return System.nanoTime();
        }

        @Override
        public boolean goesOnAt(long moment, CountDownLatch stop) throws InterruptedException {
          return !stop.await(Math.max(0, moment - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
      };

  /** Nanoseconds since some moment of its own. */
  long now();

  /**
   * Waits for a moment of this clock; returns at once if it has passed.
   *
   * @param stop when it opens, waiting is over
   * @return whether to go on; false once {@code stop} is open
   */
  boolean goesOnAt(long moment, CountDownLatch stop) throws InterruptedException;
}
