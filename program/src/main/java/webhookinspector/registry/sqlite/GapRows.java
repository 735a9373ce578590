package webhookinspector.registry.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.InboxName;
import webhookinspector.storage.sqlite.Nanos;

/** Gaps to rows and back, inside the caller's transaction. */
record GapRows(Connection connection) {

  /** Keeps the newest {@code limit}. */
  void note(Gap gap, int limit) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO gap VALUES (?,?,?,?,?,?,?,?)")) {
      insert.setString(1, gap.id());
      insert.setLong(2, Nanos.of(gap.at()));
      insert.setString(3, gap.topic());
      insert.setString(4, gap.inbox() == null ? null : gap.inbox().text());
      insert.setString(5, gap.resource());
      bind(insert, 6, gap.from());
      bind(insert, 7, gap.to());
      insert.setString(8, gap.cause());
      insert.executeUpdate();
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM gap WHERE id IN"
                + " (SELECT id FROM gap ORDER BY at DESC, id DESC LIMIT -1 OFFSET ?)")) {
      delete.setInt(1, limit);
      delete.executeUpdate();
    }
  }

  private static void bind(PreparedStatement insert, int column, @Nullable Instant at)
      throws SQLException {
    if (at == null) {
      insert.setNull(column, Types.INTEGER);
    } else {
      insert.setLong(column, Nanos.of(at));
    }
  }

  /** Newest first. */
  List<Gap> gaps(int limit) throws SQLException {
    var gaps = new ArrayList<Gap>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM gap ORDER BY at DESC, id DESC LIMIT ?")) {
      select.setInt(1, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String inbox = row.getString("inbox");
          gaps.add(
              new Gap(
                  row.getString("id"),
                  Nanos.toInstant(row.getLong("at")),
                  row.getString("topic"),
                  inbox == null ? null : new InboxName(inbox),
                  row.getString("resource"),
                  moment(row, "from"),
                  moment(row, "to"),
                  row.getString("cause")));
        }
      }
    }
    return gaps;
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    long nanos = row.getLong(column);
    return row.wasNull() ? null : Nanos.toInstant(nanos);
  }
}
