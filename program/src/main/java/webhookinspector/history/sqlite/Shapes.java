package webhookinspector.history.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterField;
import webhookinspector.history.FilterMatcher;

/**
 * Every shape that occurs, in memory. A million deliveries have a few hundred. A filter over any of
 * their fields is first asked of the shapes; then the index by shape leads straight to the newest
 * deliveries that match, and a combination that never occurred costs nothing. Safe for many
 * threads.
 */
final class Shapes {

  /** Beyond it, a new shape loses its event fields: a stranger can invent actions without end. */
  static final int MOST = 20_000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Map<Shape, Integer> numbers = new HashMap<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final List<Long> events = new ArrayList<>();
  private final Set<Integer> touched = new HashSet<>();

  /** Reads them all. */
  synchronized void load(Sql sql) throws SQLException {
    numbers.clear();
    shapes.clear();
    events.clear();
    touched.clear();
    try (ResultSet rows = sql.query("SELECT facets, events FROM shapes ORDER BY shape")) {
      while (rows.next()) {
        remember(read(rows.getString(1)), rows.getLong(2));
      }
    }
  }

  /** The number of a shape, which gets one if it is new; one more event has it now. */
  synchronized int count(Shape shape, Sql sql) throws SQLException {
    Shape known = shapes.size() < MOST || numbers.containsKey(shape) ? shape : shape.plain();
    Integer number = numbers.get(known);
    if (number == null) {
      number = remember(known, 0);
      sql.run("INSERT INTO shapes VALUES (?, ?, 0)", number, write(known));
    }
    add(number, 1);
    return number;
  }

  /** One event less has it. */
  synchronized void discount(int number) {
    add(number, -1);
  }

  private void add(int number, long more) {
    events.set(number, events.get(number) + more);
    touched.add(number);
  }

  /** Writes the counts that changed since the last time. */
  synchronized void save(Sql sql) throws SQLException {
    for (int number : touched) {
      sql.run("UPDATE shapes SET events = ? WHERE shape = ?", events.get(number), number);
    }
    touched.clear();
  }

  private int remember(Shape shape, long count) {
    int number = shapes.size();
    numbers.put(shape, number);
    shapes.add(shape);
    events.add(count);
    return number;
  }

  /** The shapes that occur and of which a filter holds. */
  synchronized Found matching(FilterExpression filter) {
    var matching = new ArrayList<Integer>();
    long count = 0;
    long others = 0;
    for (int number = 0; number < shapes.size(); number++) {
      if (events.get(number) > 0) {
        if (FilterMatcher.holds(filter, shapes.get(number))) {
          matching.add(number);
          count += events.get(number);
        } else {
          others += events.get(number);
        }
      }
    }
    return new Found(matching, count, others);
  }

  /**
   * Shapes of which a filter holds.
   *
   * @param count of events that have one of them
   * @param others events that have none
   */
  record Found(List<Integer> numbers, long count, long others) {

    /** Whether it holds of every shape that occurs. */
    boolean all() {
      return others == 0;
    }

    /** Whether going from event to event soon meets one. */
    boolean dense() {
      return others < 20 * count;
    }
  }

  /** The one of a number. */
  synchronized Shape shape(int number) {
    return shapes.get(number);
  }

  private static String write(Shape shape) {
    var sorted = new TreeMap<String, String>();
    shape.facets().forEach((field, value) -> sorted.put(field.word(), value));
    return JSON.writeValueAsString(sorted);
  }

  private static Shape read(String json) {
    var facets = new EnumMap<FilterField, String>(FilterField.class);
    JSON.readTree(json)
        .properties()
        .forEach(
            p -> facets.put(FilterField.of(p.getKey()).orElseThrow(), p.getValue().asString()));
    return new Shape(facets);
  }
}
