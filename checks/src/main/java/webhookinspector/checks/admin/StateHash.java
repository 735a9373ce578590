package webhookinspector.checks.admin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One number for everything that a data folder's databases hold, whatever its holder does. */
final class StateHash {

  /** The history is left out: it is built from the ledger, somewhat later. */
  private static final List<String> FILES = List.of("ledger.db", "registry.db", "outbox.db");

  private StateHash() {}

  static String of(Path data) throws SQLException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String file : FILES) {
      try (Connection connection =
          DriverManager.getConnection("jdbc:sqlite:file:" + data.resolve(file) + "?mode=ro")) {
        for (String table : tables(connection)) {
          add(digest, connection, table);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static void add(MessageDigest digest, Connection connection, String table)
      throws SQLException {
    digest.update(table.getBytes(StandardCharsets.UTF_8));
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          byte[] value = rows.getBytes(column);
          digest.update((byte) (value == null ? 0 : 1));
          digest.update(value == null ? new byte[0] : value);
        }
      }
    }
  }
}
