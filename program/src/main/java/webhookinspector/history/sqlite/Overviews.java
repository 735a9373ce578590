package webhookinspector.history.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.history.FilterField;
import webhookinspector.history.Lags;
import webhookinspector.history.Overview;
import webhookinspector.history.Overview.BusyAction;
import webhookinspector.history.Overview.BusyResource;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/**
 * Looks at some deliveries from afar. Reads narrow tables only, but for the names of the busiest.
 */
final class Overviews {

  private static final String BELIEVED =
      " position IN (SELECT d.position FROM deliveries d WHERE d.believable = 1"
          + " AND d.position IN (SELECT value FROM json_each(?)))";

  private Overviews() {}

  /**
   * @param positions what to look at
   */
  static Overview of(Connection connection, Shapes shapes, Collection<Long> positions)
      throws SQLException {
    String among = positions.toString();
    return new Overview(
        positions.size(),
        lags(connection, among),
        resources(connection, among),
        actions(connection, shapes, among));
  }

  private static Lags lags(Connection connection, String among) throws SQLException {
    String query =
        "SELECT lag FROM deliveries WHERE lag IS NOT NULL AND" + BELIEVED + " ORDER BY lag";
    var ascending = new ArrayList<Long>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, among);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ascending.add(rows.getLong(1));
        }
      }
    }
    return Lags.of(ascending);
  }

  private static List<BusyResource> resources(Connection connection, String among)
      throws SQLException {
    String query =
        "SELECT resource, count(*) AS busy, max(position) FROM events"
            + " WHERE resource IS NOT NULL AND"
            + BELIEVED
            + " GROUP BY resource ORDER BY busy DESC, resource LIMIT "
            + Overview.BUSIEST;
    var busiest = new ArrayList<BusyResource>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, among);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Ref resource = named(connection, rows.getString(1), rows.getLong(3));
          busiest.add(new BusyResource(resource, rows.getLong(2)));
        }
      }
    }
    return busiest;
  }

  /** What one of the resource's events calls it. */
  private static Ref named(Connection connection, String gid, long position) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT line FROM lines WHERE position = ?")) {
      statement.setLong(1, position);
      try (ResultSet rows = statement.executeQuery()) {
        DeliveryLine line = rows.next() ? LineJson.read(rows.getString(1)) : null;
        return line == null
            ? new Ref(gid, null, null, null)
            : line.events().stream()
                .map(EventLine::resource)
                .filter(resource -> resource.gid().equals(gid))
                .findFirst()
                .orElse(new Ref(gid, null, null, null));
      }
    }
  }

  private static List<BusyAction> actions(Connection connection, Shapes shapes, String among)
      throws SQLException {
    String query = "SELECT shape, count(*) FROM events WHERE" + BELIEVED + " GROUP BY shape";
    var counts = new HashMap<BusyAction, Long>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, among);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          BusyAction action = action(shapes.shape(rows.getInt(1)));
          if (action != null) {
            counts.merge(action, rows.getLong(2), Long::sum);
          }
        }
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<BusyAction, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().toString()))
        .limit(Overview.BUSIEST)
        .map(Overviews::counted)
        .toList();
  }

  private static @Nullable BusyAction action(Shape shape) {
    String action = shape.value(FilterField.ACTION);
    return action == null
        ? null
        : new BusyAction(action, shape.value(FilterField.TYPE), shape.value(FilterField.FIELD), 0);
  }

  private static BusyAction counted(Map.Entry<BusyAction, Long> entry) {
    BusyAction action = Objects.requireNonNull(entry.getKey());
    return new BusyAction(action.action(), action.type(), action.field(), entry.getValue());
  }
}
