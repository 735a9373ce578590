package webhookinspector.registry.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;
import webhookinspector.storage.sqlite.Nanos;

/** Alerts to rows and back, inside the caller's transaction. */
record AlertRows(Connection connection) {

  /** Keeps the newest {@code limit}. */
  void raise(Alert alert, int limit) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO alert VALUES (NULL,?,?,?,?,?)")) {
      insert.setLong(1, Nanos.of(alert.at()));
      insert.setString(2, alert.inbox() == null ? null : alert.inbox().text());
      insert.setString(3, alert.topic());
      insert.setString(4, alert.message());
      insert.setString(5, alert.level().word());
      insert.executeUpdate();
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM alert WHERE number <= (SELECT max(number) FROM alert) - ?")) {
      delete.setInt(1, limit);
      delete.executeUpdate();
    }
  }

  /** Newest first. */
  List<Alert> alerts(int limit) throws SQLException {
    var alerts = new ArrayList<Alert>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT at, inbox, topic, level, message FROM alert ORDER BY number DESC LIMIT ?")) {
      select.setInt(1, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String inbox = row.getString(2);
          alerts.add(
              new Alert(
                  Nanos.toInstant(row.getLong(1)),
                  inbox == null ? null : new InboxName(inbox),
                  row.getString(3),
                  Level.of(row.getString(4)).orElse(Level.WARN),
                  row.getString(5)));
        }
      }
    }
    return alerts;
  }
}
