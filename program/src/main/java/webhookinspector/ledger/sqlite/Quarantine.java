package webhookinspector.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.TreeMap;
import webhookinspector.ledger.LedgerSettings;

/**
 * Which deliveries nobody may believe, and the quota on them. For the writer alone, inside its
 * transaction; after a failed one it is read anew.
 */
final class Quarantine implements AutoCloseable {

  private final LedgerSettings settings;
  private final TreeMap<Long, Integer> bytesByPosition = new TreeMap<>();
  private long bytes;
  private final PreparedStatement enter;
  private final PreparedStatement leave;
  private final PreparedStatement delete;

  Quarantine(Connection connection, LedgerSettings settings) throws SQLException {
    this.settings = settings;
    enter = connection.prepareStatement("INSERT INTO quarantine VALUES (?,?)");
    leave = connection.prepareStatement("DELETE FROM quarantine WHERE position = ?");
    delete = connection.prepareStatement("DELETE FROM delivery WHERE position = ?");
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT position, bytes FROM quarantine")) {
      while (rows.next()) {
        remember(rows.getLong(1), rows.getInt(2));
      }
    }
  }

  void enter(long position, int size) throws SQLException {
    if (!bytesByPosition.containsKey(position)) {
      remember(position, size);
      enter.setLong(1, position);
      enter.setInt(2, size);
      enter.executeUpdate();
    }
  }

  void leave(long position) throws SQLException {
    if (forget(position)) {
      leave.setLong(1, position);
      leave.executeUpdate();
    }
  }

  /**
   * Deletes the oldest until the quota holds. The newest stays, whatever its size: the greatest
   * position must never be given out twice.
   */
  void makeRoom() throws SQLException {
    while (bytesByPosition.size() > 1
        && (bytesByPosition.size() > settings.quarantined()
            || bytes > settings.quarantinedBytes())) {
      long oldest = bytesByPosition.firstKey();
      leave(oldest);
      delete.setLong(1, oldest);
      delete.executeUpdate();
    }
  }

  private void remember(long position, int size) {
    bytesByPosition.put(position, size);
    bytes += size;
  }

  private boolean forget(long position) {
    Integer size = bytesByPosition.remove(position);
    if (size == null) {
      return false;
    }
    bytes -= size;
    return true;
  }

  @Override
  public void close() throws SQLException {
    enter.close();
    leave.close();
    delete.close();
  }
}
