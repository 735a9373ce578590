package webhookinspector.history.sqlite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query for positions, as it grows: text and values side by side, so that no value ever becomes
 * text.
 */
final class Select {

  /** The column that holds the position. */
  final String at;

  private final StringBuilder sql;
  private final List<@Nullable Object> values = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private String glue = " WHERE ";

  Select(String at, String from) {
    this.at = at;
    this.sql = new StringBuilder("SELECT DISTINCT " + at + " AS position FROM " + from);
  }

  /** One condition more on each row. */
  Select and(String condition, @Nullable Object... bound) {
    sql.append(glue).append(condition);
    glue = " AND ";
    values.addAll(Arrays.asList(bound));
    return this;
  }

  /**
   * Words that must stand in the text of each delivery found. They are looked for once a delivery:
   * a text of a megabyte may belong to ten thousand rows.
   */
  Select thenLookFor(String text) {
    words.add(text);
    return this;
  }

  /** What {@link #newestFirst} still leaves to be looked for, position by position. */
  List<String> wordsLeft() {
    return words;
  }

  /** With one value more: how many at most. */
  String newestFirst() {
    return sql + " ORDER BY " + at + " DESC LIMIT ?";
  }

  /** With {@link #values}, and {@link #wordsLeft} behind them. */
  String inAnyOrder() {
    return words.isEmpty()
        ? sql.toString()
        : "SELECT found.position FROM ("
            + sql
            + ") AS found WHERE "
            + words.stream()
                .map(word -> holding("found.position"))
                .collect(Collectors.joining(" AND "));
  }

  /** Whether the text at a position holds one value. */
  static String holding(String at) {
    return "(SELECT instr(t.text, ?) FROM texts t WHERE t.position = " + at + ") > 0";
  }

  List<@Nullable Object> values() {
    return values;
  }

  /** All that {@link #inAnyOrder} wants. */
  Stream<@Nullable Object> allValues() {
    return Stream.concat(values.stream(), words.stream());
  }
}
