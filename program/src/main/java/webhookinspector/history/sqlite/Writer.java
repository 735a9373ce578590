package webhookinspector.history.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.FilterField;
import webhookinspector.history.Folded;
import webhookinspector.history.History;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Kind;

/** Puts lines into the tables. For one thread at a time. */
final class Writer {

  private final Connection connection;
  private final Sql sql;
  private final Shapes shapes;

  Writer(Connection connection, Shapes shapes) throws SQLException {
    this.connection = connection;
    this.sql = new Sql(connection);
    this.shapes = shapes;
    shapes.load(sql);
  }

  long indexed() throws SQLException {
    try (ResultSet rows = sql.query("SELECT indexed FROM progress")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** All or nothing. */
  List<DeliveryLine> add(List<Inspected> inspected, Position upTo) throws SQLException {
    var stored = new ArrayList<DeliveryLine>(inspected.size());
    inTransaction(
        () -> {
          for (Inspected one : inspected) {
            stored.add(put(one));
          }
          trimQuarantine();
          shapes.save(sql);
          sql.run("UPDATE progress SET indexed = ?", upTo.number());
        });
    return stored;
  }

  void clear() throws SQLException {
    inTransaction(
        () -> {
          sql.run("INSERT INTO words(words) VALUES ('delete-all')");
          for (String table : List.of("deliveries", "lines", "texts", "shapes", "events")) {
            sql.run("DELETE FROM " + table);
          }
          sql.run("UPDATE progress SET indexed = 0");
        });
    shapes.load(sql);
  }

  private interface Steps {
    void run() throws SQLException;
  }

  private void inTransaction(Steps steps) throws SQLException {
    connection.setAutoCommit(false);
    try {
      steps.run();
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      shapes.load(sql);
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private DeliveryLine put(Inspected inspected) throws SQLException {
    removeIfThere(inspected.line().id());
    boolean repeatable = isRepeatable(inspected.line());
    byte[] hash = HexFormat.of().parseHex(inspected.line().sha256());
    DeliveryLine line =
        repeatable ? inspected.line().repeating(first(inspected.line(), hash)) : inspected.line();
    long at = line.position();
    sql.run(
        "INSERT INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        at,
        line.id(),
        nanos(line.receivedAt()),
        isBelievable(line) ? 1 : 0,
        isSpared(line) ? 1 : 0,
        line.inbox(),
        repeatable ? hash : null,
        CountsAs.of(line, isBelievable(line)).number,
        line.lag().map(Writer::millis).orElse(null));
    sql.run("INSERT INTO lines VALUES (?, ?)", at, LineJson.write(line));
    String text = Folded.of(inspected.text());
    sql.run("INSERT INTO texts VALUES (?, ?)", at, text);
    sql.run("INSERT INTO words(rowid, text) VALUES (?, ?)", at, text);
    putEvents(line);
    return line;
  }

  private void putEvents(DeliveryLine line) throws SQLException {
    if (line.events().isEmpty()) {
      putEvent(line, 0, null);
    }
    for (int n = 0; n < line.events().size(); n++) {
      putEvent(line, n, line.events().get(n));
    }
  }

  private void putEvent(DeliveryLine line, int n, @Nullable EventLine event) throws SQLException {
    sql.run(
        "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)",
        line.position(),
        n,
        shapes.count(Shape.of(line, event), sql),
        Gid.stored(FilterField.USER.valueIn(line, event)),
        Gid.stored(FilterField.RESOURCE.valueIn(line, event)),
        Gid.stored(FilterField.PARENT.valueIn(line, event)));
  }

  private @Nullable String first(DeliveryLine line, byte[] hash) throws SQLException {
    try (ResultSet rows =
        sql.query(
            "SELECT id FROM deliveries WHERE sha256 = ? AND inbox = ? AND position < ?"
                + " ORDER BY position LIMIT 1",
            hash,
            line.inbox(),
            line.position())) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private void removeIfThere(String id) throws SQLException {
    try (ResultSet rows = sql.query("SELECT position FROM deliveries WHERE id = ?", id)) {
      if (rows.next()) {
        remove(rows.getLong(1));
      }
    }
  }

  private void remove(long at) throws SQLException {
    try (ResultSet rows = sql.query("SELECT shape FROM events WHERE position = ?", at)) {
      while (rows.next()) {
        shapes.discount(rows.getInt(1));
      }
    }
    sql.run(
        "INSERT INTO words(words, rowid, text) SELECT 'delete', position, text FROM texts"
            + " WHERE position = ?",
        at);
    for (String table : List.of("deliveries", "lines", "texts", "events")) {
      sql.run("DELETE FROM " + table + " WHERE position = ?", at);
    }
  }

  private void trimQuarantine() throws SQLException {
    var old = new ArrayList<Long>();
    try (ResultSet rows =
        sql.query(
            "SELECT position FROM deliveries WHERE spared = 0"
                + " ORDER BY position DESC LIMIT -1 OFFSET ?",
            History.QUARANTINE)) {
      while (rows.next()) {
        old.add(rows.getLong(1));
      }
    }
    for (long at : old) {
      remove(at);
    }
  }

  private static boolean isRepeatable(DeliveryLine line) {
    return !line.kind().equals(Kind.HEARTBEAT.word()) && !line.kind().equals(Kind.HANDSHAKE.word());
  }

  /** As {@link webhookinspector.inbox.Judgement#believable}. */
  private static boolean isBelievable(DeliveryLine line) {
    return List.of("authentic", "accepted", "pending").contains(line.verdict());
  }

  /** What somebody wanted here never makes room for what strangers send. */
  private static boolean isSpared(DeliveryLine line) {
    return isBelievable(line) || line.pinned() || line.source().equals(Source.IMPORT.word());
  }

  /** A stranger may claim any time. */
  private static long millis(Duration lag) {
    try {
      return lag.toMillis();
    } catch (ArithmeticException e) {
      return lag.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** Exact from 1677 to 2262, the nearest of those beyond. */
  static long nanos(Instant time) {
    try {
      return Math.addExact(
          Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    } catch (ArithmeticException e) {
      return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
