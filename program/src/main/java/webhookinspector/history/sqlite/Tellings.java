package webhookinspector.history.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/**
 * Which deliveries told which change. Remembered of the last days only: webhook and stream each
 * tell within 24 h or not at all (webhooks guide; API description, Events). For one thread, in its
 * transaction.
 */
final class Tellings {

  /** Counted back from the youngest change that is known, for clocks differ and jump. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private final Sql sql;

  Tellings(Sql sql) {
    this.sql = sql;
  }

  void add(DeliveryLine line) throws SQLException {
    for (EventLine event : line.events()) {
      Instant created = event.createdAt();
      String fingerprint = event.fingerprint();
      if (created != null && fingerprint != null) {
        sql.run(
            "INSERT OR IGNORE INTO tellings VALUES (?, ?, ?)",
            created.toEpochMilli(),
            number(fingerprint),
            line.position());
      }
    }
  }

  /** Positions of the others that told the same change, oldest first. */
  List<Long> others(EventLine event, long position) throws SQLException {
    var others = new ArrayList<Long>();
    Instant created = event.createdAt();
    String fingerprint = event.fingerprint();
    if (created != null && fingerprint != null) {
      try (ResultSet rows =
          sql.query(
              "SELECT position FROM tellings WHERE created = ? AND fingerprint = ?"
                  + " AND position != ? ORDER BY position",
              created.toEpochMilli(),
              number(fingerprint),
              position)) {
        while (rows.next()) {
          others.add(rows.getLong(1));
        }
      }
    }
    return others;
  }

  void remove(DeliveryLine line) throws SQLException {
    for (EventLine event : line.events()) {
      remove(event.createdAt(), event.fingerprint(), line.position());
    }
  }

  private void remove(@Nullable Instant created, @Nullable String fingerprint, long position)
      throws SQLException {
    if (created != null && fingerprint != null) {
      sql.run(
          "DELETE FROM tellings WHERE created = ? AND fingerprint = ? AND position = ?",
          created.toEpochMilli(),
          number(fingerprint),
          position);
    }
  }

  void forgetOld() throws SQLException {
    sql.run(
        "DELETE FROM tellings WHERE created < (SELECT max(created) FROM tellings) - ?",
        REMEMBERED.toMillis());
  }

  void clear() throws SQLException {
    sql.run("DELETE FROM tellings");
  }

  static long number(String fingerprint) {
    return Long.parseUnsignedLong(fingerprint, 16);
  }
}
