package webhookinspector.watch;

import java.time.Duration;
import java.time.Instant;
import webhookinspector.asana.Calls;

/**
 * Estimates how Asana's clock and ours differ, from the {@code Date} of its answers. It is cut to
 * seconds and was written at some moment of the exchange, so each answer gives an interval; several
 * narrow it down, for their intervals must all hold. Anew every ten minutes, or as soon as they do
 * not: then a clock was set. Passes on what else it is told. Safe for many threads.
 */
public final class Clocks implements Calls {

  private static final long ANEW_MILLIS = Duration.ofMinutes(10).toMillis();
  private static final long DATE_IS_CUT_MILLIS = 1_000;

  private final Watch watch;
  private final Calls next;
  private long low;
  private long high;
  private long begun = Long.MIN_VALUE;

  public Clocks(Watch watch, Calls next) {
    this.watch = watch;
    this.next = next;
  }

  @Override
  public void called(String call, int status, Duration took) {
    next.called(call, status, took);
  }

  @Override
  public synchronized void dated(Instant date, Instant before, Instant after) {
    long least = date.toEpochMilli() - after.toEpochMilli();
    long most = date.toEpochMilli() + DATE_IS_CUT_MILLIS - before.toEpochMilli();
    boolean old = after.toEpochMilli() - ANEW_MILLIS > begun;
    if (old || least > high || most < low) {
      low = least;
      high = most;
      begun = after.toEpochMilli();
    } else {
      low = Math.max(low, least);
      high = Math.min(high, most);
    }
    watch.clocksDiffer(new ClockSkew((low + high) / 2, (high - low + 1) / 2, "date"));
  }
}
