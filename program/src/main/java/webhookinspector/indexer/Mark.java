package webhookinspector.indexer;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Position;

/** How far the history has come, for whoever waits for it. Safe for many threads. */
final class Mark {

  private @Nullable Position reached;
  private boolean anew;

  /** Nothing until it is known. */
  synchronized Optional<Position> get() {
    return Optional.ofNullable(reached);
  }

  /** Without effect while a new beginning is wanted: that place belongs to the old history. */
  synchronized void reach(Position position) {
    if (!anew) {
      reached = position;
      notifyAll();
    }
  }

  /** Wants the history built anew. */
  synchronized void beginAnew() {
    anew = true;
    reached = null;
  }

  synchronized boolean isToBeginAnew() {
    return anew;
  }

  /** The history is empty now. */
  synchronized void begun() {
    anew = false;
    reached = Position.START;
  }

  /** Whether the place was reached in time. */
  synchronized boolean await(Position wanted, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (reached == null || wanted.isAfter(reached)) {
      long rest = deadline - System.nanoTime();
      if (rest <= 0) {
        return false;
      }
      wait(rest / 1_000_000 + 1);
    }
    return true;
  }
}
