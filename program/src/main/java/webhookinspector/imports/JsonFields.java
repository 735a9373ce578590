package webhookinspector.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of a file, asked for its fields; whatever is wrong with one is told with its place.
 *
 * @param where such as {@code line 7}
 */
record JsonFields(String where, JsonNode object) {

  /** How much of a foreign value a message repeats. */
  private static final int SHOWN = 60;

  /** Times that the ledger can keep. */
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");

  Unreadable odd(String name, @Nullable Object value, String expected) {
    String shown = String.valueOf(value);
    String cut = shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…";
    return new Unreadable(where, name + ": " + cut + " (expected: " + expected + ")");
  }

  /** Refuses names that nobody would read. */
  JsonFields knows(Set<String> names) {
    for (var property : object.properties()) {
      if (!names.contains(property.getKey())) {
        throw new Unreadable(
            where, property.getKey() + ": unknown (expected: a field that this version knows)");
      }
    }
    return this;
  }

  boolean has(String name) {
    return !object.path(name).isMissingNode() && !object.path(name).isNull();
  }

  String text(String name) {
    JsonNode value = object.path(name);
    if (!value.isString()) {
      throw odd(name, value.isMissingNode() ? "missing" : value, "a text");
    }
    return value.stringValue();
  }

  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  boolean yes(String name) {
    JsonNode value = object.path(name);
    if (!value.isBoolean()) {
      throw odd(name, value.isMissingNode() ? "missing" : value, "true or false");
    }
    return value.booleanValue();
  }

  int number(String name, int least, int most) {
    JsonNode value = object.path(name);
    if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
      throw odd(name, value.isMissingNode() ? "missing" : value, least + " to " + most);
    }
    return value.intValue();
  }

  Instant time(String name) {
    String text = text(name);
    try {
      Instant time = java.time.OffsetDateTime.parse(text).toInstant();
      if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // told below, like one that lies too far away
    }
    throw odd(name, text, "a time from 1970 to 2262, such as 2026-06-12T08:41:02.318Z");
  }
}
