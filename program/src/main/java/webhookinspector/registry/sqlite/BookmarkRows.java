package webhookinspector.registry.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import webhookinspector.inbox.Bookmark;
import webhookinspector.inbox.Position;
import webhookinspector.storage.sqlite.Nanos;

/** Bookmarks to rows and back, inside the caller's transaction. */
record BookmarkRows(Connection connection) {

  void save(Bookmark bookmark) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO bookmark VALUES (?,?,?,?)")) {
      insert.setString(1, bookmark.resource());
      insert.setString(2, bookmark.sync());
      insert.setLong(3, bookmark.position().number());
      insert.setLong(4, Nanos.of(bookmark.at()));
      insert.executeUpdate();
    }
  }

  Optional<Bookmark> of(String resource) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT resource, sync, position, at FROM bookmark WHERE resource = ?")) {
      select.setString(1, resource);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Bookmark(
                    row.getString(1),
                    row.getString(2),
                    new Position(row.getLong(3)),
                    Nanos.toInstant(row.getLong(4))))
            : Optional.empty();
      }
    }
  }

  void remove(String resource) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM bookmark WHERE resource = ?")) {
      delete.setString(1, resource);
      delete.executeUpdate();
    }
  }
}
