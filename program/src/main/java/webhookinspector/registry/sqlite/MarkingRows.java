package webhookinspector.registry.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Marking;

/** Markings to rows and back, inside the caller's transaction. */
record MarkingRows(Connection connection) {

  /** Replaces the markings of deliveries; an empty one leaves no row. */
  void save(Map<DeliveryId, Marking> markings) throws SQLException {
    for (var one : markings.entrySet()) {
      save(one.getKey(), one.getValue());
    }
  }

  private void save(DeliveryId delivery, Marking marking) throws SQLException {
    boolean nothing = marking.equals(Marking.NONE);
    try (PreparedStatement change =
        connection.prepareStatement(
            nothing
                ? "DELETE FROM marking WHERE delivery = ?"
                : "INSERT OR REPLACE INTO marking VALUES (?,?,?)")) {
      change.setString(1, delivery.text());
      if (!nothing) {
        change.setInt(2, marking.pinned() ? 1 : 0);
        change.setString(3, marking.note());
      }
      change.executeUpdate();
    }
  }

  Map<DeliveryId, Marking> all() throws SQLException {
    var all = new HashMap<DeliveryId, Marking>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT delivery, pinned, note FROM marking");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.put(
            new DeliveryId(row.getString(1)), new Marking(row.getInt(2) != 0, row.getString(3)));
      }
    }
    return all;
  }
}
