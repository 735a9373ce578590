package webhookinspector.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Stamp;
import webhookinspector.ledger.Stretch;
import webhookinspector.storage.sqlite.Nanos;

/** Reads many at a time. Inside a transaction of whoever has the connection. */
final class StretchReader {

  private static final long BYTES = 8_000_000;

  private final PreparedStatement deliveries;
  private final PreparedStatement judgements;
  private final PreparedStatement stamps;

  StretchReader(Connection connection) throws SQLException {
    deliveries =
        connection.prepareStatement(
            Rows.KEPT + " WHERE d.position > ? ORDER BY d.position LIMIT ?");
    judgements =
        connection.prepareStatement(
            "SELECT j.* FROM delivery d CROSS JOIN judgement j ON j.delivery = d.id"
                + " WHERE d.position > ? AND d.position <= ? ORDER BY j.position");
    stamps =
        connection.prepareStatement(
            "SELECT id, inbox, received_at, sha256 FROM delivery"
                + " WHERE id IN (SELECT value FROM json_each(?))");
  }

  Stretch after(long position, int limit) throws SQLException {
    var kept = new ArrayList<Entry.Kept>();
    var damaged = new ArrayList<String>();
    long end = position;
    long bytes = 0;
    boolean more = false;
    deliveries.setLong(1, position);
    deliveries.setInt(2, limit);
    try (ResultSet row = deliveries.executeQuery()) {
      while (bytes < BYTES && row.next()) {
        more = true;
        end = row.getLong(1);
        Optional<Entry.Kept> one = Rows.kept(row);
        one.ifPresent(kept::add);
        bytes += one.map(k -> k.judged().delivery().body().size()).orElse(0);
        if (one.isEmpty()) {
          damaged.add(Rows.damaged(row.getString(2)));
        }
      }
    }
    judgeAgain(position, end, kept);
    return new Stretch(kept, damaged, more ? Optional.of(new Position(end)) : Optional.empty());
  }

  /** In the order in which it was decided, so that the last word counts. */
  private void judgeAgain(long after, long end, List<Entry.Kept> kept) throws SQLException {
    judgements.setLong(1, after);
    judgements.setLong(2, end);
    var places = new HashMap<DeliveryId, Integer>();
    try (ResultSet row = judgements.executeQuery()) {
      while (row.next()) {
        Entry.JudgedAgain again = Rows.judgedAgain(row);
        for (int i = places.size(); i < kept.size(); i++) {
          places.put(kept.get(i).judged().id(), i);
        }
        Integer place = places.get(again.delivery());
        if (place != null) { // or it is damaged
          kept.set(place, judged(kept.get(place), again));
        }
      }
    }
  }

  private static Entry.Kept judged(Entry.Kept one, Entry.JudgedAgain again) {
    Judged now = one.judged().judged(again.judgement());
    return new Entry.Kept(
        one.position(), again.answer() == null ? now : now.answered(again.answer()));
  }

  List<Stamp> stamps(List<DeliveryId> ids) throws SQLException {
    var json = new StringBuilder("[");
    for (DeliveryId id : ids) {
      json.append(json.length() == 1 ? "\"" : ",\"").append(id.text()).append('"');
    }
    stamps.setString(1, json.append(']').toString());
    var found = new ArrayList<Stamp>();
    try (ResultSet row = stamps.executeQuery()) {
      while (row.next()) {
        found.add(
            new Stamp(
                new DeliveryId(row.getString(1)),
                new InboxName(row.getString(2)),
                Nanos.toInstant(row.getLong(3)),
                HexFormat.of().formatHex(row.getBytes(4))));
      }
    }
    return found;
  }
}
