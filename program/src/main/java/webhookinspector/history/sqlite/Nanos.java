package webhookinspector.history.sqlite;

import java.time.Instant;

/** How a moment is stored: nanoseconds since 1970, UTC. */
final class Nanos {

  private static final long A_SECOND = 1_000_000_000L;

  private Nanos() {}

  /** Exact from 1677 to 2262, the nearest of those beyond. */
  static long of(Instant time) {
    try {
      return Math.addExact(Math.multiplyExact(time.getEpochSecond(), A_SECOND), time.getNano());
    } catch (ArithmeticException e) {
      return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, A_SECOND), Math.floorMod(nanos, A_SECOND));
  }
}
