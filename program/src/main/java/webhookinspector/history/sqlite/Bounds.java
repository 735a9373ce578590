package webhookinspector.history.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.FilterExpression.Before;
import webhookinspector.history.FilterExpression.Is;
import webhookinspector.history.FilterExpression.Since;
import webhookinspector.history.FilterField;
import webhookinspector.history.Query;

/**
 * Where in the ledger's order to look. Times and ids follow it nearly, so they narrow it first; a
 * clock may have jumped, so each row is asked again.
 *
 * @param first inclusive
 * @param last inclusive
 */
record Bounds(long first, long last) {

  static final Bounds NONE = new Bounds(1, 0);

  /** The order's part that a query and an alternative leave. */
  static Bounds of(Query query, Alternative alternative, Sql sql) throws SQLException {
    long first = query.after() == null ? 0 : query.after().number() + 1;
    long last = query.before() == null ? Long.MAX_VALUE : query.before().number() - 1;
    var narrow = new ArrayList<String>();
    var values = new ArrayList<Object>();
    for (Since since : alternative.since()) {
      narrow.add("received >= ?");
      values.add(Nanos.of(since.start()));
    }
    for (Before before : alternative.before()) {
      narrow.add("received < ?");
      values.add(Nanos.of(before.end()));
    }
    if (!narrow.isEmpty()) {
      return new Bounds(first, last).and(among(sql, narrow, values));
    }
    Is id = alternative.exactly(FilterField.ID).orElse(null);
    return id == null
        ? new Bounds(first, last)
        : new Bounds(first, last)
            .and(among(sql, List.of("id >= ?", "id < ?"), List.of(id.value(), end(id.value()))));
  }

  /** Behind every text that begins so. */
  static String end(String prefix) {
    return prefix + Character.toString(Character.MAX_CODE_POINT);
  }

  private static Bounds among(
      Sql sql, List<String> conditions, List<? extends @Nullable Object> values)
      throws SQLException {
    String query =
        "SELECT min(position), max(position) FROM deliveries WHERE "
            + String.join(" AND ", conditions);
    try (ResultSet rows = sql.query(query, values.toArray())) {
      long first = rows.getLong(1);
      return rows.wasNull() ? NONE : new Bounds(first, rows.getLong(2));
    }
  }

  Bounds and(Bounds other) {
    return new Bounds(Math.max(first, other.first), Math.min(last, other.last));
  }

  boolean isEmpty() {
    return first > last;
  }

  /** Whether there are at most so many places; positions may reach to the end of all numbers. */
  boolean hasAtMost(int places) {
    return last < first + places;
  }
}
