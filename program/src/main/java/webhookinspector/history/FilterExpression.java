package webhookinspector.history;

import java.time.Instant;
import java.util.List;

/**
 * The filter language, read: {@code action=changed type=task verdict=authentic since=2h "words"}.
 * One implementation for list, search, page, API, expect and forward. A value; the adapter turns it
 * into a search, the feed asks it line by line. What it means is {@link FilterMatcher}'s to say.
 */
public sealed interface FilterExpression {

  /** Lets everything through. */
  FilterExpression ALL = new And(List.of());

  /** All must hold; of none, it holds. */
  record And(List<FilterExpression> parts) implements FilterExpression {}

  /** One must hold. */
  record Or(List<FilterExpression> parts) implements FilterExpression {}

  /**
   * A field has, or has not, a value.
   *
   * @param value {@value FilterField#NONE} asks for an absent one
   */
  record Is(FilterField field, String value, boolean negated) implements FilterExpression {}

  /** It arrived then or later. */
  record Since(Instant start) implements FilterExpression {}

  /** It arrived earlier. */
  record Before(Instant end) implements FilterExpression {}

  /**
   * The text stands in a sentence or in the body.
   *
   * @param text folded, see {@link Folded}; not empty
   */
  record Words(String text) implements FilterExpression {}

  /** Whether it can only be answered with the body at hand. */
  static boolean asksForWords(FilterExpression filter) {
    return !words(filter).isEmpty();
  }

  /** What it looks for in texts, folded, each once. */
  static List<String> words(FilterExpression filter) {
    return switch (filter) {
      case And and -> words(and.parts());
      case Or or -> words(or.parts());
      case Words words -> List.of(words.text());
      case Is _ -> List.of();
      case Since _ -> List.of();
      case Before _ -> List.of();
    };
  }

  private static List<String> words(List<FilterExpression> parts) {
    return parts.stream().flatMap(part -> words(part).stream()).distinct().toList();
  }
}
