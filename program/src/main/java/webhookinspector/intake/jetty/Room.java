package webhookinspector.intake.jetty;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all large bodies in flight share, so that many at once cannot use up the heap.
 */
final class Room {

  private final AtomicLong left;

  Room(long bytes) {
    left = new AtomicLong(bytes);
  }

  boolean take(int bytes) {
    if (left.addAndGet(-bytes) >= 0) {
      return true;
    }
    left.addAndGet(bytes);
    return false;
  }

  void giveBack(int bytes) {
    left.addAndGet(bytes);
  }
}
