package webhookinspector.history.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.FilterField;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Kind;

/** The rows of a line in all tables but {@link Tellings}. For one thread, in its transaction. */
final class LineTables {

  private static final List<String> TABLES = List.of("deliveries", "lines", "texts", "events");

  private final Sql sql;
  private final Shapes shapes;

  LineTables(Sql sql, Shapes shapes) {
    this.sql = sql;
    this.shapes = shapes;
  }

  /**
   * @param text folded
   */
  void insert(DeliveryLine line, String text) throws SQLException {
    long at = line.position();
    sql.run(
        "INSERT INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        at,
        line.id(),
        Nanos.of(line.receivedAt()),
        isBelievable(line) ? 1 : 0,
        isSpared(line) ? 1 : 0,
        line.inbox(),
        isRepeatable(line) ? hash(line) : null,
        CountsAs.of(line, isBelievable(line)).number,
        line.lag().map(LineTables::millis).orElse(null));
    sql.run("INSERT INTO lines VALUES (?, ?)", at, LineJson.write(line));
    sql.run("INSERT INTO texts VALUES (?, ?)", at, text);
    sql.run("INSERT INTO words(rowid, text) VALUES (?, ?)", at, text);
    insertEvents(line);
  }

  private void insertEvents(DeliveryLine line) throws SQLException {
    if (line.events().isEmpty()) {
      insertEvent(line, 0, null);
    }
    for (int n = 0; n < line.events().size(); n++) {
      insertEvent(line, n, line.events().get(n));
    }
  }

  private void insertEvent(DeliveryLine line, int n, @Nullable EventLine event)
      throws SQLException {
    Instant created = event == null ? null : event.createdAt();
    String fingerprint = event == null ? null : event.fingerprint();
    sql.run(
        "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        line.position(),
        n,
        shapes.count(Shape.of(line, event), sql),
        Gid.stored(FilterField.USER.valueIn(line, event)),
        Gid.stored(FilterField.RESOURCE.valueIn(line, event)),
        Gid.stored(FilterField.PARENT.valueIn(line, event)),
        created == null ? null : Nanos.of(created),
        fingerprint == null ? null : Tellings.number(fingerprint));
  }

  OptionalLong find(String id) throws SQLException {
    try (ResultSet rows = sql.query("SELECT position FROM deliveries WHERE id = ?", id)) {
      return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
    }
  }

  Optional<DeliveryLine> line(long at) throws SQLException {
    try (ResultSet rows = sql.query("SELECT line FROM lines WHERE position = ?", at)) {
      return rows.next() ? Optional.of(LineJson.read(rows.getString(1))) : Optional.empty();
    }
  }

  /** Only what no other table holds may have changed. */
  void rewrite(DeliveryLine line) throws SQLException {
    sql.run("UPDATE lines SET line = ? WHERE position = ?", LineJson.write(line), line.position());
  }

  /**
   * The same delivery with fewer events; without any it goes, unless somebody wants it here. Its
   * words stay, for the body does.
   */
  void shrink(DeliveryLine line) throws SQLException {
    if (!hasNews(line)) {
      remove(line.position());
      return;
    }
    discountEvents(line.position());
    sql.run("DELETE FROM events WHERE position = ?", line.position());
    insertEvents(line);
    sql.run(
        "UPDATE deliveries SET lag = ? WHERE position = ?",
        line.lag().map(LineTables::millis).orElse(null),
        line.position());
    rewrite(line);
  }

  private void discountEvents(long at) throws SQLException {
    try (ResultSet rows = sql.query("SELECT shape FROM events WHERE position = ?", at)) {
      while (rows.next()) {
        shapes.discount(rows.getInt(1));
      }
    }
  }

  void remove(long at) throws SQLException {
    discountEvents(at);
    sql.run(
        "INSERT INTO words(words, rowid, text) SELECT 'delete', position, text FROM texts"
            + " WHERE position = ?",
        at);
    for (String table : TABLES) {
      sql.run("DELETE FROM " + table + " WHERE position = ?", at);
    }
  }

  void clear() throws SQLException {
    sql.run("INSERT INTO words(words) VALUES ('delete-all')");
    for (String table : TABLES) {
      sql.run("DELETE FROM " + table);
    }
    sql.run("DELETE FROM shapes");
  }

  /** Whether there is a reason to hold a line of the stream. */
  static boolean hasNews(DeliveryLine line) {
    return !line.events().isEmpty() || line.pinned() || line.note() != null;
  }

  static boolean isRepeatable(DeliveryLine line) {
    return !line.kind().equals(Kind.HEARTBEAT.word()) && !line.kind().equals(Kind.HANDSHAKE.word());
  }

  static byte[] hash(DeliveryLine line) {
    return HexFormat.of().parseHex(line.sha256());
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

  /** As {@link webhookinspector.inbox.Judgement#believable}. */
  static boolean isBelievable(DeliveryLine line) {
    return List.of("authentic", "accepted", "pending").contains(line.verdict());
  }
}
