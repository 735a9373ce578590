package webhookinspector.storage.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Space that deleting has freed. With {@code auto_vacuum = INCREMENTAL} it is given back a little
 * at a time; a file that was made without it keeps its size and uses the space again.
 */
public final class FreePages {

  private FreePages() {}

  /**
   * Gives back at most so many pages.
   *
   * @return whether there are more to give
   */
  public static boolean giveBack(Connection connection, int pages) throws SQLException {
    if (ask(connection, "PRAGMA auto_vacuum") == 0) {
      return false;
    }
    try (var statement = connection.createStatement()) {
      // An update runs to its end; asked as a question it would give back its first page alone.
      statement.executeUpdate("PRAGMA incremental_vacuum(" + pages + ")");
    }
    return ask(connection, "PRAGMA freelist_count") > 0;
  }

  /**
   * Moves the -wal file into the main one and cuts it to nothing, unless somebody reads: then the
   * next try does.
   *
   * @param patience what the connection waits on locks otherwise
   */
  public static void emptyWal(Connection connection, Duration patience) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      try {
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      } finally {
        statement.execute("PRAGMA busy_timeout = " + patience.toMillis());
      }
    }
  }

  /** Bytes of a file that hold something. */
  public static long usedBytes(Connection connection) throws SQLException {
    long pages = ask(connection, "PRAGMA page_count") - ask(connection, "PRAGMA freelist_count");
    return pages * ask(connection, "PRAGMA page_size");
  }

  private static long ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
