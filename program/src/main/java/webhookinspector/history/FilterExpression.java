package webhookinspector.history;

import java.util.List;

/**
 * The filter language, read: {@code action=changed type=task verdict=authentic since=2h "words"}.
 * One implementation for list, search, page, API, expect and forward. A value; the adapter turns it
 * into a search, the feed asks it line by line.
 */
public sealed interface FilterExpression {

  /** Lets everything through. */
  FilterExpression ALL = new And(List.of());

  /** All must hold; of none, it holds. */
  record And(List<FilterExpression> parts) implements FilterExpression {}

  /** One must hold. */
  record Or(List<FilterExpression> parts) implements FilterExpression {}

  /** A field has, or has not, a value. */
  record Is(String field, String value, boolean negated) implements FilterExpression {}

  /** Some word stands in the body. */
  record Words(String text) implements FilterExpression {}
}
