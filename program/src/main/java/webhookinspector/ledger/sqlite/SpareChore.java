package webhookinspector.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Source;

/** Takes a delivery out of the quarantine's quota, or puts it back if it belongs there. */
final class SpareChore extends Chore {

  private final DeliveryId delivery;
  private final boolean spared;

  SpareChore(DeliveryId delivery, boolean spared) {
    this.delivery = delivery;
    this.spared = spared;
  }

  @Override
  void in(Connection connection, Quarantine quarantine) throws SQLException {
    try (PreparedStatement find =
        connection.prepareStatement(
            "SELECT position, length(body) + length(headers), source,"
                + " ifnull((SELECT believable FROM judgement WHERE delivery = d.id"
                + " ORDER BY position DESC LIMIT 1), believable)"
                + " FROM delivery d WHERE id = ?")) {
      find.setString(1, delivery.text());
      try (ResultSet row = find.executeQuery()) {
        if (!row.next()) {
          return;
        }
        boolean junk = row.getInt(4) == 0 && !row.getString(3).equals(Source.IMPORT.word());
        if (spared) {
          quarantine.leave(row.getLong(1));
        } else if (junk) {
          quarantine.enter(row.getLong(1), row.getInt(2));
        }
      }
    }
  }
}
