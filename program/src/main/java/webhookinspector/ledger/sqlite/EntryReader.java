package webhookinspector.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.ledger.Damaged;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Stamp;
import webhookinspector.ledger.Stretch;

/** One read-only connection. For one thread at a time. Its transactions end before it returns. */
final class EntryReader {

  private static final Logger LOG = LoggerFactory.getLogger(EntryReader.class);

  /** One page of entries holds at most about this much, whatever number was asked for. */
  private static final long PAGE_BYTES = 8_000_000;

  private final Connection connection;
  private final PreparedStatement deliveries;
  private final PreparedStatement judgements;
  private final PreparedStatement delivery;
  private final PreparedStatement judgement;
  private final PreparedStatement newestPage;
  private final StretchReader stretches;

  EntryReader(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    deliveries =
        connection.prepareStatement(
            Rows.KEPT + " WHERE d.position > ? ORDER BY d.position LIMIT ?");
    judgements =
        connection.prepareStatement(
            "SELECT * FROM judgement WHERE position > ? AND position <= ? ORDER BY position LIMIT ?");
    delivery =
        connection.prepareStatement(
            Rows.KEPT + " WHERE d.position = (SELECT position FROM delivery WHERE id = ?)");
    judgement =
        connection.prepareStatement(
            "SELECT j.*, (SELECT answer FROM judgement a WHERE a.delivery = j.delivery"
                + " AND answer IS NOT NULL ORDER BY position DESC LIMIT 1)"
                + " FROM judgement j WHERE delivery = ? ORDER BY position DESC LIMIT 1");
    stretches = new StretchReader(connection);
    newestPage =
        connection.prepareStatement(
            Rows.KEPT
                + " WHERE d.source = 'stream' AND d.inbox = ? ORDER BY d.position DESC LIMIT 1");
  }

  /** A page: what was read, and how far it reaches, damaged entries included. */
  record Page(List<Entry> entries, long end) {}

  /**
   * Both kinds of entries come out of one snapshot: with two, a judgement could overtake a delivery
   * that was committed in between, and that delivery would never be read.
   */
  Page after(long position, int limit) throws SQLException {
    try {
      var entries = new ArrayList<Entry>();
      long end = readDeliveries(position, limit, entries);
      readJudgements(position, end, limit, entries);
      entries.sort((a, b) -> a.position().compareTo(b.position()));
      if (entries.size() > limit) {
        entries.subList(limit, entries.size()).clear();
        end = entries.getLast().position().number();
      }
      return new Page(entries, end);
    } finally {
      connection.rollback();
    }
  }

  /** Returns the position up to which all deliveries were seen. */
  private long readDeliveries(long after, int limit, List<Entry> into) throws SQLException {
    deliveries.setLong(1, after);
    deliveries.setInt(2, limit);
    int seen = 0;
    long bytes = 0;
    long end = after;
    try (ResultSet row = deliveries.executeQuery()) {
      while (row.next()) {
        Optional<Entry.Kept> kept = Rows.kept(row);
        kept.ifPresentOrElse(into::add, reportDamage(row));
        end = row.getLong(1);
        seen++;
        bytes += kept.map(k -> k.judged().delivery().body().size()).orElse(0);
        if (bytes >= PAGE_BYTES) {
          return end;
        }
      }
    }
    return seen == limit ? end : Long.MAX_VALUE;
  }

  private void readJudgements(long after, long end, int limit, List<Entry> into)
      throws SQLException {
    judgements.setLong(1, after);
    judgements.setLong(2, end);
    judgements.setInt(3, limit);
    try (ResultSet row = judgements.executeQuery()) {
      while (row.next()) {
        into.add(Rows.judgedAgain(row));
      }
    }
  }

  private static Runnable reportDamage(ResultSet row) throws SQLException {
    long position = row.getLong(1);
    String id = row.getString(2);
    return () ->
        LOG.error(
            "delivery {} at position {} is damaged on disk and left out: its bytes do not have the"
                + " hash that was stored with them",
            id,
            position);
  }

  Optional<Entry.Kept> find(DeliveryId id) throws SQLException {
    try {
      delivery.setString(1, id.text());
      try (ResultSet row = delivery.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!row.getString(2).equals(id.text())) {
          throw new Damaged(Rows.damaged(id.text())); // the index leads to another one's row
        }
        return Optional.of(latest(id, whole(row, id.text())));
      }
    } finally {
      connection.rollback();
    }
  }

  private static Entry.Kept whole(ResultSet row, String id) throws SQLException {
    return Rows.kept(row).orElseThrow(() -> new Damaged(Rows.damaged(id)));
  }

  Stretch stretch(long after, int limit) throws SQLException {
    try {
      return stretches.after(after, limit);
    } finally {
      connection.rollback();
    }
  }

  List<Stamp> stamps(List<DeliveryId> ids) throws SQLException {
    try {
      return stretches.stamps(ids);
    } finally {
      connection.rollback();
    }
  }

  Optional<Entry.Kept> newestPage(InboxName stream) throws SQLException {
    try {
      newestPage.setString(1, stream.text());
      try (ResultSet row = newestPage.executeQuery()) {
        return row.next() ? Optional.of(whole(row, row.getString(2))) : Optional.empty();
      }
    } finally {
      connection.rollback();
    }
  }

  /** Asked once in a while, so it is prepared each time. */
  List<DeliveryId> quarantined() throws SQLException {
    try (var select =
            connection.prepareStatement(
                "SELECT id FROM quarantine JOIN delivery USING (position) ORDER BY position");
        ResultSet row = select.executeQuery()) {
      var ids = new ArrayList<DeliveryId>();
      while (row.next()) {
        ids.add(new DeliveryId(row.getString(1)));
      }
      return ids;
    } finally {
      connection.rollback();
    }
  }

  private Entry.Kept latest(DeliveryId id, Entry.Kept kept) throws SQLException {
    judgement.setString(1, id.text());
    try (ResultSet row = judgement.executeQuery()) {
      if (!row.next()) {
        return kept;
      }
      Judged now = kept.judged().judged(Rows.judgement(row, 4));
      int answer = row.getInt(9);
      return new Entry.Kept(kept.position(), row.wasNull() ? now : now.answered(answer));
    }
  }

  /** Nothing is lost when a reading connection does not close as it should. */
  void closeQuietly() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("closing a reader", e);
    }
  }
}
