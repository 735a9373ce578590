package webhookinspector.storage.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import webhookinspector.storage.StorageRefused;

/**
 * SQLite's own check of a file at the start. It reads the whole file, so a big one is checked only
 * as far as the time allows: what lies beyond is caught when it is read, because every delivery
 * carries its hash.
 */
final class QuickCheck {

  /** Some 50 MB of file. A start may take half a second; this leaves most of it to the others. */
  static final Duration PATIENCE = Duration.ofMillis(150);

  private static final int STEPS_BETWEEN_LOOKS = 1_000;

  private QuickCheck() {}

  static void refuseDamaged(Path file, Connection connection) throws SQLException {
    String found = run(connection, System.nanoTime() + PATIENCE.toNanos());
    if (!found.equals("ok")) {
      throw new StorageRefused(
          file
              + ": is damaged ("
              + found
              + "). Move it away together with its -wal file to start anew, and keep both: most of"
              + " it can be saved with `sqlite3 FILE .recover`");
    }
  }

  private static String run(Connection connection, long deadline) throws SQLException {
    ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, stopAt(deadline));
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA quick_check(1)")) {
      return row.getString(1);
    } catch (SQLiteException e) {
      if (e.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT) {
        return "ok";
      }
      throw e;
    } finally {
      ProgressHandler.clearHandler(connection);
    }
  }

  private static ProgressHandler stopAt(long deadline) {
    return new ProgressHandler() {
      @Override
      protected int progress() {
        return System.nanoTime() - deadline > 0 ? 1 : 0;
      }
    };
  }
}
