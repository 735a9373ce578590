package webhookinspector.history.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.FilterExpression.Is;
import webhookinspector.history.FilterField;
import webhookinspector.history.Query;

/**
 * One search. For each alternative it takes the cheapest way to the newest rows; what an index
 * cannot decide is asked row by row.
 */
final class Search {

  /** So few places are looked through one by one. */
  private static final int NARROW = 2_000;

  /** With more shapes than this, looking into each costs more than passing by what does not fit. */
  private static final int MANY_SHAPES = 2_000;

  /** So few are looked into even where many events have them: the newest may not. */
  private static final int FEW_SHAPES = 50;

  /** With fewer events than this, their texts are looked through without the index of words. */
  private static final int FEW_EVENTS = 1_000;

  private final Sql sql;
  private final Shapes shapes;
  private final Query query;
  private final int limit;
  private final TreeSet<Long> newest = new TreeSet<>();

  private Search(Sql sql, Shapes shapes, Query query, int limit) {
    this.sql = sql;
    this.shapes = shapes;
    this.query = query;
    this.limit = limit;
  }

  /** The newest positions that match, oldest first. */
  static SortedSet<Long> newest(Connection connection, Shapes shapes, Query query, int limit)
      throws SQLException {
    try (var sql = new Sql(connection)) {
      var search = new Search(sql, shapes, query, limit);
      for (Alternative alternative : Alternative.of(query.filter())) {
        search.collect(alternative);
      }
      return search.newest;
    }
  }

  private void collect(Alternative alternative) throws SQLException {
    Shapes.Found found = shapes.matching(alternative.facets());
    Bounds bounds = found.count() == 0 ? Bounds.NONE : bounds(alternative);
    if (bounds.isEmpty()) {
      return;
    }
    var routes = new Routes(alternative, found, bounds);
    boolean byUser = key(alternative, FilterField.USER).isPresent();
    int shapeCount = found.numbers().size();
    if (route(alternative, found, bounds) != Route.SHAPES) {
      take(select(alternative, found, bounds, routes));
    } else if (shapeCount > MANY_SHAPES || (!byUser && found.dense() && shapeCount > FEW_SHAPES)) {
      take(found.dense() && !byUser ? routes.events() : select(alternative, found, bounds, routes));
    } else {
      for (int shape : found.numbers()) {
        take(routes.byShape(byUser ? "by_user" : "by_shape", shape));
      }
    }
  }

  private enum Route {
    DELIVERIES,
    EVENTS,
    KEY,
    WORDS,
    SHAPES
  }

  private static Route route(Alternative alternative, Shapes.Found found, Bounds bounds) {
    if (found.all() && alternative.asksOnlyFacetsOfEvents() && alternative.words().isEmpty()) {
      return Route.DELIVERIES;
    }
    if (bounds.hasAtMost(NARROW)) {
      return Route.EVENTS;
    }
    if (thing(alternative).isPresent()) {
      return Route.KEY;
    }
    boolean words = !alternative.words().isEmpty();
    return words && found.count() > FEW_EVENTS ? Route.WORDS : Route.SHAPES;
  }

  private static Select select(
      Alternative alternative, Shapes.Found found, Bounds bounds, Routes routes) {
    return switch (route(alternative, found, bounds)) {
      case DELIVERIES -> routes.deliveries();
      case EVENTS -> routes.events();
      case KEY -> routes.byKey(thing(alternative).orElseThrow());
      case WORDS -> routes.byWords();
      case SHAPES ->
          key(alternative, FilterField.USER)
              .map(routes::byKey)
              .orElseGet(found.all() ? routes::events : routes::byShapes);
    };
  }

  /** Hardly more than some thousand events share one. */
  private static Optional<Is> thing(Alternative alternative) {
    return Stream.of(FilterField.RESOURCE, FilterField.PARENT)
        .flatMap(field -> key(alternative, field).stream())
        .findFirst();
  }

  private static Optional<Is> key(Alternative alternative, FilterField field) {
    return alternative.exactly(field).filter(is -> !is.value().equals(FilterField.NONE));
  }

  private Bounds bounds(Alternative alternative) throws SQLException {
    Bounds bounds = Bounds.of(query, alternative, sql);
    return newest.size() < limit
        ? bounds
        : bounds.and(new Bounds(newest.first() + 1, Long.MAX_VALUE));
  }

  private void take(Select select) throws SQLException {
    var values = new ArrayList<@Nullable Object>(select.values());
    values.add(select.wordsLeft().isEmpty() ? limit : -1);
    try (ResultSet rows = sql.query(select.newestFirst(), values.toArray())) {
      int taken = 0;
      while (taken < limit && rows.next() && isWanted(rows.getLong(1))) {
        if (holdsAll(select.wordsLeft(), rows.getLong(1))) {
          taken++;
          keep(rows.getLong(1));
        }
      }
    }
  }

  private void keep(long position) {
    newest.add(position);
    if (newest.size() > limit) {
      newest.pollFirst();
    }
  }

  private boolean holdsAll(List<String> words, long position) throws SQLException {
    for (String word : words) {
      if (!holds(word, position)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(String word, long position) throws SQLException {
    try (ResultSet rows = sql.query("SELECT " + Select.holding("?"), word, position)) {
      return rows.getBoolean(1);
    }
  }

  /** Rows come newest first, so that behind the first unwanted one there is none. */
  private boolean isWanted(long position) {
    return newest.size() < limit || position > newest.first() || newest.contains(position);
  }

  /** How many deliveries match. */
  static long count(Connection connection, Shapes shapes, Query query) throws SQLException {
    try (var sql = new Sql(connection)) {
      var selects = new ArrayList<Select>();
      for (Alternative alternative : Alternative.of(query.filter())) {
        Shapes.Found found = shapes.matching(alternative.facets());
        Bounds bounds = found.count() == 0 ? Bounds.NONE : Bounds.of(query, alternative, sql);
        if (!bounds.isEmpty()) {
          var routes = new Routes(alternative, found, bounds);
          selects.add(select(alternative, found, bounds, routes));
        }
      }
      return selects.isEmpty() ? 0 : countAll(sql, selects);
    }
  }

  private static long countAll(Sql sql, List<Select> selects) throws SQLException {
    String union = selects.stream().map(Select::inAnyOrder).collect(Collectors.joining(" UNION "));
    Object[] values = selects.stream().flatMap(Select::allValues).toArray();
    try (ResultSet rows = sql.query("SELECT count(*) FROM (" + union + ")", values)) {
      return rows.getLong(1);
    }
  }
}
