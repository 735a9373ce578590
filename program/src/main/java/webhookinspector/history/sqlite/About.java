package webhookinspector.history.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterField;
import webhookinspector.history.Happenings;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Timeline;
import webhookinspector.inspection.Timeline.Happened;
import webhookinspector.inspection.Timeline.Place;
import webhookinspector.inspection.Timeline.Telling;

/**
 * Puts in order what was told of one thing. Reads narrow rows of all tellings, and the deliveries
 * of one page only.
 */
final class About {

  /** Newest first, so that a limit leaves out the oldest. */
  private static final String TELLINGS =
      "SELECT e.position, e.n, e.shape, e.same, coalesce(e.created, (SELECT d.received FROM"
          + " deliveries d WHERE d.position = e.position)) FROM (SELECT position, n FROM events"
          + " INDEXED BY by_resource WHERE resource = ?1 UNION SELECT position, n FROM events INDEXED"
          + " BY by_parent WHERE parent = ?1 ORDER BY 1 DESC, 2 DESC LIMIT ?2) AS f"
          + " JOIN events e ON e.position = f.position AND e.n = f.n";

  private final Connection connection;
  private final Shapes shapes;
  private final String gid;
  private final Map<Object, Event> events = new HashMap<>();
  private long tellings;
  private long claims;

  About(Connection connection, Shapes shapes, String gid) {
    this.connection = connection;
    this.shapes = shapes;
    this.gid = gid;
  }

  /** One event and the deliveries that told it, with its place in each. */
  private static final class Event {
    private final TreeSet<Place> told = new TreeSet<>(BY_DELIVERY);

    Place place() {
      return told.getFirst();
    }
  }

  private static final Comparator<Place> BY_DELIVERY =
      Comparator.comparingLong(Place::position).thenComparingInt(Place::event);

  /** What is alike in all tellings of one event. */
  private record Same(long nanos, long content) {}

  Happenings page(@Nullable Place before, int limit) throws SQLException {
    boolean whole = read();
    List<Event> ordered =
        events.values().stream()
            .filter(event -> before == null || event.place().compareTo(before) < 0)
            .sorted(Comparator.comparing(Event::place))
            .toList();
    int from = Math.max(0, ordered.size() - limit);
    List<Event> page = ordered.subList(from, ordered.size());
    Place older = from == 0 ? null : page.getFirst().place();
    return new Happenings(happened(page), older, events.size(), tellings, claims, whole);
  }

  /**
   * @return whether all were looked at
   */
  private boolean read() throws SQLException {
    Set<Integer> believed =
        new HashSet<>(
            shapes
                .matching(new FilterExpression.Is(FilterField.VERDICT, "authentic", false))
                .numbers());
    int rowsRead = 0;
    try (var sql = new Sql(connection);
        ResultSet rows = sql.query(TELLINGS, Gid.stored(gid), Timeline.MOST + 1)) {
      while (rows.next() && ++rowsRead <= Timeline.MOST) {
        if (!believed.contains(rows.getInt(3))) {
          claims++;
          continue;
        }
        tellings++;
        var place = new Place(rows.getLong(5), rows.getLong(1), rows.getInt(2));
        long content = rows.getLong(4);
        Object same = rows.wasNull() ? place : new Same(place.nanos(), content);
        events.computeIfAbsent(same, _ -> new Event()).told.add(place);
      }
    }
    return rowsRead <= Timeline.MOST;
  }

  private List<Happened> happened(List<Event> page) throws SQLException {
    var positions = new TreeSet<Long>();
    for (Event event : page) {
      event.told.stream().limit(Happened.MOST_TOLD).map(Place::position).forEach(positions::add);
    }
    Map<Long, DeliveryLine> lines = new HashMap<>();
    for (DeliveryLine line : SqliteHistory.lines(connection, positions)) {
      lines.put(line.position(), line);
    }
    return page.stream().flatMap(event -> happened(event, lines)).toList();
  }

  /** Nothing if it was judged again while we looked. */
  private static Stream<Happened> happened(Event event, Map<Long, DeliveryLine> lines) {
    Place first = event.place();
    DeliveryLine line = lines.get(first.position());
    if (line == null || line.events().size() <= first.event()) {
      return Stream.empty();
    }
    List<Telling> told =
        event.told.stream()
            .limit(Happened.MOST_TOLD)
            .flatMap(place -> Stream.ofNullable(lines.get(place.position())))
            .map(Telling::of)
            .toList();
    EventLine tells = line.events().get(first.event());
    int polled = tells.alsoPolled() == null ? 0 : 1;
    return Stream.of(
        new Happened(
            Nanos.instant(first.nanos()), tells, told, event.told.size() + polled, List.of()));
  }
}
