package webhookinspector.outbox;

import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Position;

/**
 * A stretch of the ledger that a target does not get, because no run named it then.
 *
 * @param start nothing behind this
 * @param stop but again what lies behind this; null while it lasts
 */
public record Rest(Position start, @Nullable Position stop) {

  /** Whether what lies there is left out. */
  public boolean covers(Position position) {
    return position.isAfter(start) && (stop == null || !position.isAfter(stop));
  }
}
