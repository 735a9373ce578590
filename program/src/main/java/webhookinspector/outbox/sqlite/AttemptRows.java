package webhookinspector.outbox.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.outbox.Attempt;
import webhookinspector.storage.sqlite.Nanos;

/** Attempts to rows and back, inside the caller's transaction. */
record AttemptRows(Connection connection) {

  void keep(List<Attempt> attempts, int most) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO attempt (delivery, target, at, status, millis, because, source, marker,"
                + " answer_body) VALUES (?,?,?,?,?,?,?,?,?)")) {
      for (Attempt attempt : attempts) {
        bind(insert, attempt);
        insert.executeUpdate();
      }
    }
    try (PreparedStatement forget =
        connection.prepareStatement(
            "DELETE FROM attempt WHERE number <= (SELECT max(number) FROM attempt) - ?")) {
      forget.setInt(1, most);
      forget.executeUpdate();
    }
  }

  private static void bind(PreparedStatement insert, Attempt attempt) throws SQLException {
    insert.setString(1, attempt.delivery().text());
    insert.setString(2, attempt.target());
    insert.setLong(3, Nanos.of(attempt.at()));
    if (attempt.status() == null) {
      insert.setNull(4, Types.INTEGER);
    } else {
      insert.setInt(4, attempt.status());
    }
    insert.setLong(5, attempt.millis());
    insert.setString(6, attempt.because());
    insert.setString(7, attempt.source().word());
    insert.setString(8, attempt.marker());
    insert.setString(9, attempt.answerBody());
  }

  List<Attempt> of(DeliveryId delivery, int limit) throws SQLException {
    return newest("delivery", delivery.text(), limit);
  }

  List<Attempt> at(String target, int limit) throws SQLException {
    return newest("target", target, limit);
  }

  private List<Attempt> newest(String column, String value, int limit) throws SQLException {
    var found = new ArrayList<Attempt>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM attempt WHERE " + column + " = ? ORDER BY number DESC LIMIT ?")) {
      select.setString(1, value);
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.addFirst(attempt(row));
        }
      }
    }
    return found;
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    Integer known = row.wasNull() ? null : status;
    return new Attempt(
        new DeliveryId(row.getString("delivery")),
        row.getString("target"),
        Nanos.toInstant(row.getLong("at")),
        known,
        row.getLong("millis"),
        row.getString("because"),
        Attempt.Source.of(row.getString("source")),
        row.getString("marker"),
        row.getString("answer_body"));
  }
}
