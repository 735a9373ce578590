package webhookinspector.web.jetty;

import java.util.function.LongSupplier;

/**
 * Lets ten wrong keys through at once and then nine a second, so that 10,000 guesses in a minute
 * see 550 of them looked at. Right keys cost nothing.
 */
final class Throttle {

  private static final int BURST = 10;
  private static final double PER_NANO = 9 / 1e9;

  private final LongSupplier nanos;
  private double room = BURST;
  private long last;

  Throttle(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /** Whether a key may be looked at now. */
  synchronized boolean open() {
    long now = nanos.getAsLong();
    room = Math.min(BURST, room + (now - last) * PER_NANO);
    last = now;
    return room >= 1;
  }

  /** It was wrong. */
  synchronized void failed() {
    room = Math.max(0, room - 1);
  }
}
