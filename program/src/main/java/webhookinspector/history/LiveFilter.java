package webhookinspector.history;

import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;

/**
 * Lets lines through as they are told. Words are looked up in the history, which knows a line
 * before the feed tells it: so nobody who waits has to hold whole bodies.
 */
public final class LiveFilter {

  private final FilterExpression filter;
  private final FilterMatcher matcher;
  private final History history;

  public LiveFilter(FilterExpression filter, History history) {
    this.filter = filter;
    this.matcher = new FilterMatcher(filter);
    this.history = history;
  }

  /**
   * Whether the line is wanted.
   *
   * @throws HistoryTrouble if the filter asks for words and the history cannot tell
   */
  public boolean lets(DeliveryLine line) {
    if (!FilterExpression.asksForWords(filter)) {
      return matcher.matches(line, "");
    }
    var only =
        new Query(filter, new Position(line.position() - 1), new Position(line.position() + 1));
    return history.count(only) > 0;
  }
}
