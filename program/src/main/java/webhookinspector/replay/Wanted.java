package webhookinspector.replay;

import java.util.List;
import webhookinspector.history.FilterExpression;
import webhookinspector.inspection.DeliveryLine;

/** Which deliveries a replay is about. */
public sealed interface Wanted {

  /** Those. */
  record Named(List<DeliveryLine> lines) implements Wanted {
    public Named {
      lines = List.copyOf(lines);
    }
  }

  /** All that a filter lets through. */
  record Matching(FilterExpression filter) implements Wanted {}
}
