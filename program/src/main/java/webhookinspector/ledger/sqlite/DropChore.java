package webhookinspector.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.ledger.Dropped;
import webhookinspector.storage.sqlite.Nanos;

/** Drops deliveries and writes down that it did, both or neither. */
final class DropChore extends Chore {

  private static final Duration ONE_WINDOW = Duration.ofDays(1);

  private final List<DeliveryId> deliveries;
  private final Instant now;
  private Dropped dropped;

  DropChore(List<DeliveryId> deliveries, String because, Instant now) {
    this.deliveries = deliveries;
    this.now = now;
    this.dropped = Dropped.nothing(now, because);
  }

  Dropped dropped() {
    return dropped;
  }

  @Override
  void in(Connection connection, Quarantine quarantine) throws SQLException {
    long newest = LedgerTables.newest(connection);
    try (PreparedStatement find =
        connection.prepareStatement(
            "SELECT position, received_at, length(body) + length(headers),"
                + " (SELECT max(position) FROM judgement WHERE delivery = id)"
                + " FROM delivery WHERE id = ?")) {
      for (DeliveryId delivery : deliveries) {
        find.setString(1, delivery.text());
        try (ResultSet row = find.executeQuery()) {
          if (row.next() && row.getLong(1) != newest && row.getLong(4) != newest) {
            count(row);
            quarantine.leave(row.getLong(1));
            remove(connection, delivery, row.getLong(1));
          }
        }
      }
    }
    if (dropped.deliveries() > 0) {
      remember(connection);
    }
  }

  private void count(ResultSet row) throws SQLException {
    Instant arrived = Nanos.toInstant(row.getLong(2));
    dropped = dropped.and(new Dropped(now, dropped.because(), arrived, arrived, 1, row.getLong(3)));
  }

  private static void remove(Connection connection, DeliveryId delivery, long position)
      throws SQLException {
    run(connection, "DELETE FROM delivery WHERE position = ?", position);
    run(connection, "DELETE FROM origin WHERE position = ?", position);
    run(connection, "DELETE FROM judgement WHERE delivery = ?", delivery.text());
  }

  private void remember(Connection connection) throws SQLException {
    int extended =
        run(
            connection,
            "UPDATE dropped SET at = ?, first = min(first, ?), last = max(last, ?),"
                + " deliveries = deliveries + ?, bytes = bytes + ?"
                + " WHERE because = ? AND at > ?"
                + " AND number = (SELECT max(number) FROM dropped)",
            Nanos.of(now),
            Nanos.of(dropped.from()),
            Nanos.of(dropped.to()),
            dropped.deliveries(),
            dropped.bytes(),
            dropped.because(),
            Nanos.of(now.minus(ONE_WINDOW)));
    if (extended == 0) {
      run(
          connection,
          "INSERT INTO dropped VALUES (NULL, ?, ?, ?, ?, ?, ?)",
          Nanos.of(now),
          dropped.because(),
          Nanos.of(dropped.from()),
          Nanos.of(dropped.to()),
          dropped.deliveries(),
          dropped.bytes());
    }
  }

  private static int run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
