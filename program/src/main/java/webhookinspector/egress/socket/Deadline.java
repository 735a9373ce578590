package webhookinspector.egress.socket;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The moment at which a whole exchange must be over, by the monotonic clock. */
final class Deadline {

  private final long start = System.nanoTime();
  private final long end;

  Deadline(Duration length) {
    this.end = start + length.toNanos();
  }

  /** What is left, at least 1 ms, for a socket's timeout. */
  int millisLeft() throws SocketTimeoutException {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("the deadline has passed");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  Duration spent() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
