package webhookinspector.storage.sqlite;

import java.time.Instant;

/** Moments as one integer column: nanoseconds since 1970, which reach from 1677 to 2262. */
public final class Nanos {

  private static final long PER_SECOND = 1_000_000_000L;

  private Nanos() {}

  /** To the column. */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), (long) instant.getNano());
  }

  /** From the column. */
  public static Instant toInstant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
  }
}
