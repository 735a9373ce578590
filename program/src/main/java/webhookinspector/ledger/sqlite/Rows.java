package webhookinspector.ledger.sqlite;

import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Origin;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.Entry;
import webhookinspector.storage.sqlite.Nanos;

/**
 * Entries to rows and back. The order of the columns is that of {@code V1.sql}, and what later ones
 * added.
 */
final class Rows {

  static final String INSERT_DELIVERY =
      "INSERT INTO delivery VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING";
  static final String INSERT_ORIGIN = "INSERT INTO origin VALUES (?,?,?,?,?,?)";

  /** Whatever {@link #kept} reads, from rows called {@code d}. */
  static final String KEPT = "SELECT d.*, o.* FROM delivery d LEFT JOIN origin o USING (position)";

  static final String INSERT_JUDGEMENT = "INSERT INTO judgement VALUES (?,?,?,?,?,?,?,?)";

  private Rows() {}

  static void bind(PreparedStatement insert, long position, Work.Keep keep) throws SQLException {
    Judged judged = keep.judged;
    insert.setLong(1, position);
    insert.setString(2, judged.id().text());
    insert.setString(3, judged.inbox().text());
    insert.setString(4, judged.source().word());
    insert.setLong(5, Nanos.of(judged.delivery().receivedAt()));
    insert.setInt(6, judged.answer());
    bind(insert, 7, judged.judgement());
    insert.setBytes(11, keep.headers);
    insert.setBytes(12, keep.sha256);
    insert.setBytes(13, judged.delivery().body().toBytes());
    if (keep.importedAt == null) {
      insert.setNull(14, Types.NULL);
    } else {
      insert.setLong(14, Nanos.of(keep.importedAt));
    }
  }

  static void bind(PreparedStatement insert, long position, Origin origin) throws SQLException {
    insert.setLong(1, position);
    insert.setString(2, origin.source().word());
    if (origin.judgement() == null) {
      for (int column = 3; column <= 6; column++) {
        insert.setNull(column, Types.NULL);
      }
    } else {
      bind(insert, 3, origin.judgement());
    }
  }

  static void bind(PreparedStatement insert, long position, Work.Rejudge again)
      throws SQLException {
    insert.setLong(1, position);
    insert.setString(2, again.delivery().text());
    insert.setLong(3, Nanos.of(again.at()));
    bind(insert, 4, again.judgement());
    if (again.answer() == null) {
      insert.setNull(8, Types.INTEGER);
    } else {
      insert.setInt(8, again.answer());
    }
  }

  private static void bind(PreparedStatement insert, int column, Judgement judgement)
      throws SQLException {
    insert.setInt(column, judgement.handshake() ? 1 : 0);
    insert.setString(column + 1, judgement.word());
    insert.setString(column + 2, judgement.because());
    insert.setInt(column + 3, judgement.believable() ? 1 : 0);
  }

  /** Empty when the body does not have its hash, or a column cannot be what we wrote. */
  static Optional<Entry.Kept> kept(ResultSet row) throws SQLException {
    Body body = Body.wrapping(row.getBytes(13));
    if (!MessageDigest.isEqual(body.sha256Bytes(), row.getBytes(12))) {
      return Optional.empty();
    }
    try {
      var delivery =
          new Delivery(Nanos.toInstant(row.getLong(5)), HeaderLines.read(row.getBytes(11)), body);
      return Optional.of(
          new Entry.Kept(
              new Position(row.getLong(1)),
              new Judged(
                  new DeliveryId(row.getString(2)),
                  new InboxName(row.getString(3)),
                  source(row.getString(4)),
                  delivery,
                  judgement(row, 7),
                  row.getInt(6),
                  origin(row))));
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  /** What is said of one that {@link #kept} leaves empty. */
  static String damaged(String id) {
    return "delivery "
        + id
        + ": damaged on disk (expected: bytes with the hash that was stored with them)";
  }

  private static Source source(String word) {
    return Source.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Origin origin(ResultSet row) throws SQLException {
    String source = row.getString(16);
    if (source == null) {
      return null;
    }
    return new Origin(source(source), row.getString(18) == null ? null : judgement(row, 17));
  }

  static Entry.JudgedAgain judgedAgain(ResultSet row) throws SQLException {
    int answer = row.getInt(8);
    Integer known = row.wasNull() ? null : answer;
    return new Entry.JudgedAgain(
        new Position(row.getLong(1)),
        new DeliveryId(row.getString(2)),
        judgement(row, 4),
        Nanos.toInstant(row.getLong(3)),
        known);
  }

  static Judgement judgement(ResultSet row, int column) throws SQLException {
    return new Judgement(
        row.getInt(column) != 0,
        row.getString(column + 1),
        row.getString(column + 2),
        row.getInt(column + 3) != 0);
  }
}
