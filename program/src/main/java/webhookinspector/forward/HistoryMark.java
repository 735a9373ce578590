package webhookinspector.forward;

import java.time.Duration;
import webhookinspector.inbox.Position;

/** How far the history has come behind the ledger. */
@FunctionalInterface
public interface HistoryMark {

  /**
   * Waits until the history has come so far.
   *
   * @return false if it took longer
   */
  boolean await(Position position, Duration patience) throws InterruptedException;
}
