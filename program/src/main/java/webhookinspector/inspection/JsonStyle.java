package webhookinspector.inspection;

import java.util.List;
import webhookinspector.delivery.Body;

/**
 * One usual way to write JSON.
 *
 * @param cause as in {@link Diagnosis}
 * @param what the form, for a sentence
 * @param comma between members
 * @param colon behind a key
 * @param indent blanks a level, or 0 for one line
 * @param order how keys are ordered
 * @param escapes which characters are escaped that need not be
 */
record JsonStyle(
    String cause,
    String what,
    String comma,
    String colon,
    int indent,
    Order order,
    List<Escape> escapes) {

  enum Order {
    AS_IT_CAME,
    SORTED,
    /** As Asana's captured bodies have it most often (protocol reference, Delivery request). */
    ASANA
  }

  enum Escape {
    /** {@code \/}, as PHP does. */
    SLASH,
    /** Four hex digits, as Python and PHP do. */
    UNICODE,
    /** The signs of HTML in hex digits, as Go does. */
    HTML
  }

  private static final List<Escape> NO = List.of();
  private static final List<Escape> ASCII = List.of(Escape.UNICODE);

  /** The likelier ones first. */
  static final List<JsonStyle> ALL =
      List.of(
          line("json-compact", "compact JSON", Order.AS_IT_CAME, NO),
          spaced("json-spaced", "JSON with blanks behind , and :", Order.AS_IT_CAME, NO),
          spaced("json-spaced-ascii", "Python's form", Order.AS_IT_CAME, ASCII),
          line("json-escaped-unicode", "JSON with escaped Unicode", Order.AS_IT_CAME, ASCII),
          line(
              "json-escaped-slashes",
              "JSON with escaped slashes",
              Order.AS_IT_CAME,
              List.of(Escape.SLASH)),
          line("json-php", "PHP's form", Order.AS_IT_CAME, List.of(Escape.SLASH, Escape.UNICODE)),
          line("json-escaped-html", "Go's form", Order.AS_IT_CAME, List.of(Escape.HTML)),
          line("json-reordered", "compact JSON in Asana's order of keys", Order.ASANA, NO),
          line("json-reordered", "compact JSON in Asana's order of keys", Order.ASANA, ASCII),
          line("json-sorted", "compact JSON with sorted keys", Order.SORTED, NO),
          line("json-sorted", "compact JSON with sorted keys", Order.SORTED, ASCII),
          spaced("json-sorted-spaced", "JSON with sorted keys", Order.SORTED, NO),
          spaced("json-sorted-spaced", "JSON with sorted keys", Order.SORTED, ASCII),
          new JsonStyle("json-indented", "indented JSON", ",", ": ", 2, Order.AS_IT_CAME, NO),
          new JsonStyle("json-indented", "indented JSON", ",", ": ", 2, Order.AS_IT_CAME, ASCII),
          new JsonStyle("json-indented", "indented JSON", ",", ": ", 4, Order.AS_IT_CAME, NO),
          new JsonStyle("json-indented", "indented JSON", ",", ": ", 4, Order.AS_IT_CAME, ASCII));

  /** On one line, for people. */
  static final JsonStyle READABLE = spaced("", "", Order.AS_IT_CAME, NO);

  private static JsonStyle line(String cause, String what, Order order, List<Escape> escapes) {
    return new JsonStyle(cause, what, ",", ":", 0, order, escapes);
  }

  private static JsonStyle spaced(String cause, String what, Order order, List<Escape> escapes) {
    return new JsonStyle(cause, what, ", ", ": ", 0, order, escapes);
  }

  /** The same JSON in this style. */
  Body rewrite(JsonTree tree) {
    return Body.of(new JsonText(this).write(tree));
  }
}
