package webhookinspector.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterExpression.And;
import webhookinspector.history.FilterExpression.Is;
import webhookinspector.history.FilterExpression.Or;
import webhookinspector.history.FilterMatcher;
import webhookinspector.inspection.DeliveryLine;

/**
 * What shall come, and how much of it has. A filter that asks about events counts the events that
 * it lets through, for Asana packs them as it likes; any other counts deliveries. Each delivery
 * counts once, however often it is told.
 */
final class Expectation {

  private final FilterExpression filter;
  private final int wanted;
  private final Set<String> seen = new HashSet<>();
  private final List<DeliveryLine> matches = new ArrayList<>();
  private int count;

  /**
   * @param filter that has let through whatever is offered
   */
  Expectation(FilterExpression filter, int wanted) {
    this.filter = filter;
    this.wanted = wanted;
  }

  /** Counts a delivery that matches; whether it is news and was still needed. */
  boolean offer(DeliveryLine line) {
    if (isMet() || !seen.add(line.id())) {
      return false;
    }
    matches.add(line);
    count += weight(line);
    return true;
  }

  /** How much one delivery counts. */
  int weight(DeliveryLine line) {
    if (!asksForEvents(filter) || FilterExpression.asksForWords(filter)) {
      return 1;
    }
    var matcher = new FilterMatcher(filter);
    long events = line.events().stream().filter(event -> matcher.matches(line, event, "")).count();
    return (int) Math.max(1, events);
  }

  private static boolean asksForEvents(FilterExpression filter) {
    return switch (filter) {
      case And(List<FilterExpression> parts) -> parts.stream().anyMatch(Expectation::asksForEvents);
      case Or(List<FilterExpression> parts) -> parts.stream().anyMatch(Expectation::asksForEvents);
      case Is is -> is.field().ofEvent();
      default -> false;
    };
  }

  boolean isMet() {
    return count >= wanted;
  }

  /** How many have come. */
  int count() {
    return count;
  }

  int wanted() {
    return wanted;
  }

  /** Those that came, in their order. */
  List<DeliveryLine> matches() {
    return matches;
  }
}
