package webhookinspector.history;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.FilterExpression.And;
import webhookinspector.history.FilterExpression.Before;
import webhookinspector.history.FilterExpression.Is;
import webhookinspector.history.FilterExpression.Or;
import webhookinspector.history.FilterExpression.Since;
import webhookinspector.history.FilterExpression.Words;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/**
 * What a filter means. It is asked of each event together with its delivery, and a delivery is let
 * through when one of its events is; a delivery without events is asked once, with the fields of an
 * event absent. So {@code action=changed field=name} wants both of the same event, and {@code
 * action!=changed} finds a delivery in which something else happened, too.
 */
public final class FilterMatcher {

  private final FilterExpression filter;

  public FilterMatcher(FilterExpression filter) {
    this.filter = filter;
  }

  /**
   * @param text as in {@link webhookinspector.inspection.Inspected}
   */
  public boolean matches(DeliveryLine line, String text) {
    String folded = FilterExpression.asksForWords(filter) ? Folded.of(text) : "";
    return matches(line, folded::contains);
  }

  /**
   * Whether one event of a delivery is what the filter asks for; {@code null} stands for the only
   * row of a delivery without events.
   */
  public boolean matches(DeliveryLine line, @Nullable EventLine event, String text) {
    String folded = FilterExpression.asksForWords(filter) ? Folded.of(text) : "";
    return holds(filter, new OfLine(line, event, folded::contains));
  }

  private boolean matches(DeliveryLine line, Predicate<String> words) {
    return line.events().isEmpty()
        ? holds(filter, new OfLine(line, null, words))
        : line.events().stream().anyMatch(event -> holds(filter, new OfLine(line, event, words)));
  }

  /** What a filter is asked of. */
  public interface Row {
    /** The value of a field, or null when absent. */
    @Nullable String value(FilterField field);

    /** When the delivery arrived. */
    Instant receivedAt();

    /** Whether folded words stand in a sentence or in the body. */
    boolean has(String words);
  }

  private record OfLine(DeliveryLine line, @Nullable EventLine event, Predicate<String> words)
      implements Row {
    @Override
    public @Nullable String value(FilterField field) {
      return field.valueIn(line, event);
    }

    @Override
    public Instant receivedAt() {
      return line.receivedAt();
    }

    @Override
    public boolean has(String text) {
      return words.test(text);
    }
  }

  /** Whether an expression holds of a row. */
  public static boolean holds(FilterExpression filter, Row row) {
    return switch (filter) {
      case And(List<FilterExpression> parts) -> parts.stream().allMatch(part -> holds(part, row));
      case Or(List<FilterExpression> parts) -> parts.stream().anyMatch(part -> holds(part, row));
      case Is is -> has(row.value(is.field()), is) != is.negated();
      case Since(Instant start) -> !row.receivedAt().isBefore(start);
      case Before(Instant end) -> row.receivedAt().isBefore(end);
      case Words(String text) -> row.has(text);
    };
  }

  private static boolean has(@Nullable String value, Is is) {
    if (value == null || is.value().equals(FilterField.NONE)) {
      return value == null && is.value().equals(FilterField.NONE);
    }
    return is.field() == FilterField.ID ? value.startsWith(is.value()) : value.equals(is.value());
  }
}
