package webhookinspector.history.sqlite;

import java.util.stream.Collectors;
import webhookinspector.history.FilterExpression.Before;
import webhookinspector.history.FilterExpression.Is;
import webhookinspector.history.FilterExpression.Since;
import webhookinspector.history.FilterExpression.Words;
import webhookinspector.history.FilterField;

/** The ways to the rows of one alternative: all find the same, at different costs. */
final class Routes {

  private static final String BY_POSITION = "events e INDEXED BY sqlite_autoindex_events_1";

  private final Alternative alternative;
  private final Shapes.Found shapes;
  private final Bounds bounds;

  Routes(Alternative alternative, Shapes.Found shapes, Bounds bounds) {
    this.alternative = alternative;
    this.shapes = shapes;
    this.bounds = bounds;
  }

  /** From delivery to delivery; only when events are not asked anything. */
  Select deliveries() {
    return conditions(new Select("d.position", "deliveries d"));
  }

  /** From event to event. */
  Select events() {
    return rows(ofShapes(new Select("e.position", BY_POSITION)));
  }

  /** By the index of a gid: resource, parent or user. */
  Select byKey(Is key) {
    return rows(ofShapes(eventsBy("by_" + key.field().word())));
  }

  /** By the index of shapes. */
  Select byShapes() {
    return rows(ofShapes(eventsBy("by_shape")));
  }

  /** The part of one shape, by an index that begins with it or with the user. */
  Select byShape(String index, int shape) {
    return rows(eventsBy(index).and("e.shape = ?", shape));
  }

  private static Select eventsBy(String index) {
    return new Select("e.position", "events e INDEXED BY " + index);
  }

  private Select rows(Select select) {
    keys(conditions(select));
    alternative.words().forEach(words -> select.thenLookFor(words.text()));
    return select;
  }

  /** By the words; very short ones are in no index, so that every text is looked through. */
  Select byWords() {
    String query =
        alternative.words().stream()
            .map(Words::text)
            .filter(Trigrams::help)
            .map(Trigrams::query)
            .collect(Collectors.joining(" AND "));
    Select select =
        query.isEmpty()
            ? new Select("w.position", "texts w")
            : new Select("w.rowid", "words w").and("w.words MATCH ?", query);
    conditions(select);
    for (Words words : alternative.words()) {
      select.and(Select.holding(select.at), words.text());
    }
    if (shapes.all() && alternative.asksOnlyFacetsOfEvents()) {
      return select;
    }
    Select events = keys(ofShapes(new Select("e.position", BY_POSITION)));
    events.and("e.position = " + select.at);
    return select.and("EXISTS (" + events.inAnyOrder() + ")", events.values().toArray());
  }

  private Select ofShapes(Select select) {
    if (shapes.all()) {
      return select;
    }
    String numbers = shapes.numbers().toString();
    return select.and("e.shape IN (SELECT value FROM json_each(?))", numbers);
  }

  /** On gids of the event. */
  private Select keys(Select select) {
    for (Is key : alternative.keys()) {
      String column = "e." + key.field().word();
      if (key.field() == FilterField.ID) {
        continue;
      }
      if (key.value().equals(FilterField.NONE)) {
        select.and(column + (key.negated() ? " IS NOT NULL" : " IS NULL"));
      } else {
        select.and(column + (key.negated() ? " IS NOT ?" : " = ?"), Gid.stored(key.value()));
      }
    }
    return select;
  }

  /** On place, time and id of the delivery. */
  private Select conditions(Select select) {
    select.and(select.at + " BETWEEN ? AND ?", bounds.first(), bounds.last());
    for (Since since : alternative.since()) {
      delivery(select, "x.received >= ?", Nanos.of(since.start()));
    }
    for (Before before : alternative.before()) {
      delivery(select, "x.received < ?", Nanos.of(before.end()));
    }
    for (Is key : alternative.keys()) {
      if (key.field() == FilterField.ID) {
        String not = key.negated() ? "NOT " : "";
        delivery(select, not + "(x.id >= ? AND x.id < ?)", key.value(), Bounds.end(key.value()));
      }
    }
    return select;
  }

  private static void delivery(Select select, String condition, Object... values) {
    select.and(
        "EXISTS (SELECT 1 FROM deliveries x WHERE x.position = "
            + select.at
            + " AND "
            + condition
            + ")",
        values);
  }
}
