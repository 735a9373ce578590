package webhookinspector.registry.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.registry.SavedFilter;

/** Saved filters to rows and back, inside the caller's transaction. */
record SavedFilterRows(Connection connection) {

  void save(SavedFilter filter) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO saved_filter VALUES (?,?)")) {
      insert.setString(1, filter.name());
      insert.setString(2, filter.filter());
      insert.executeUpdate();
    }
  }

  void remove(String name) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM saved_filter WHERE name = ?")) {
      delete.setString(1, name);
      delete.executeUpdate();
    }
  }

  List<SavedFilter> all() throws SQLException {
    var all = new ArrayList<SavedFilter>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT name, filter FROM saved_filter ORDER BY name");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.add(new SavedFilter(row.getString(1), row.getString(2)));
      }
    }
    return all;
  }
}
