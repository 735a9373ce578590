package webhookinspector.history.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import webhookinspector.history.Query;
import webhookinspector.inbox.Position;

/** Finds positions behind a number of newer ones. */
final class Skipping {

  private static final String ALL =
      "SELECT position FROM deliveries WHERE position > ? AND position < ?"
          + " ORDER BY position DESC LIMIT ? OFFSET ?";

  private Skipping() {}

  /** Without a filter: a walk over the narrow table, a few milliseconds for half a million rows. */
  static List<Long> all(Connection connection, Query query, int limit, int skip)
      throws SQLException {
    Position after = query.after();
    Position before = query.before();
    var positions = new ArrayList<Long>(limit);
    try (PreparedStatement statement = connection.prepareStatement(ALL)) {
      statement.setLong(1, after == null ? 0 : after.number());
      statement.setLong(2, before == null ? Long.MAX_VALUE : before.number());
      statement.setInt(3, limit);
      statement.setInt(4, skip);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          positions.add(rows.getLong(1));
        }
      }
    }
    return positions;
  }

  /**
   * @param newest oldest first
   */
  static List<Long> some(SortedSet<Long> newest, int skip) {
    return newest.stream().limit(Math.max(0, newest.size() - skip)).toList();
  }
}
