package webhookinspector.history;

import java.util.List;
import webhookinspector.inbox.Position;

/**
 * All that matches a filter and had been indexed when this began, oldest first, a window of the
 * ledger's order at a time: so any number costs no memory.
 */
public final class Windows {

  private static final int WIDTH = 1_000;

  private final History history;
  private final FilterExpression filter;
  private final Position end;
  private Position at = Position.START;

  public Windows(History history, FilterExpression filter) {
    this(history, filter, history.indexed());
  }

  /**
   * @param end nothing behind this position
   */
  public Windows(History history, FilterExpression filter, Position end) {
    this.history = history;
    this.filter = filter;
    this.end = end;
  }

  public boolean more() {
    return end.isAfter(at);
  }

  /** The ids of the next window; often none. */
  public List<String> next() {
    var stop = new Position(Math.min(end.number(), at.number() + WIDTH));
    List<String> ids = history.ids(new Query(filter, at, new Position(stop.number() + 1)), WIDTH);
    at = stop;
    return ids;
  }
}
