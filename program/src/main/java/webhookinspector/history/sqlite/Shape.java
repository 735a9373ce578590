package webhookinspector.history.sqlite;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.FilterField;
import webhookinspector.history.FilterMatcher;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/**
 * The fields with few values, as they occur together in an event and its delivery.
 *
 * @param facets without the absent ones
 */
record Shape(Map<FilterField, String> facets) implements FilterMatcher.Row {

  Shape {
    facets = Map.copyOf(facets);
  }

  /** Whether a field has few values, all of which a shape holds. */
  static boolean holds(FilterField field) {
    return switch (field) {
      case ACTION, TYPE, SUBTYPE, FIELD, ECHO -> true;
      case VERDICT, KIND, SOURCE, REPEAT, PINNED, ANSWER, INBOX, WEBHOOK -> true;
      case RESOURCE, PARENT, USER, ID -> false;
    };
  }

  /**
   * @param event null in a delivery without events
   */
  static Shape of(DeliveryLine line, @Nullable EventLine event) {
    var facets = new EnumMap<FilterField, String>(FilterField.class);
    for (FilterField field : FilterField.values()) {
      String value = holds(field) ? field.valueIn(line, event) : null;
      if (value != null) {
        facets.put(field, value);
      }
    }
    return new Shape(facets);
  }

  /** Without what a body may invent at will. */
  Shape plain() {
    var plain = new EnumMap<FilterField, String>(FilterField.class);
    facets.forEach(
        (field, value) -> {
          if (!field.ofEvent()) {
            plain.put(field, value);
          }
        });
    return new Shape(plain);
  }

  @Override
  public @Nullable String value(FilterField field) {
    return facets.get(field);
  }

  @Override
  public Instant receivedAt() {
    throw new AssertionError("a shape has no time");
  }

  @Override
  public boolean has(String words) {
    throw new AssertionError("a shape has no text");
  }
}
