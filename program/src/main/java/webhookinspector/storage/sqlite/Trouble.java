package webhookinspector.storage.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** What SQLite reports, said to a person: the file, what is wrong, the next step. */
public final class Trouble {

  private Trouble() {}

  /** One line. Never holds a value of a row. */
  public static String with(Path file, SQLException e) {
    String found = file + ": ";
    return switch (primaryCode(e)) {
      case 5, 6 ->
          found
              + "locked by another program (expected: nobody else writes it). Find it with `fuser "
              + file
              + "` and stop it";
      case 8, 3 ->
          found + "cannot be written (expected: a file that is ours on a disk that takes writes)";
      case 10 ->
          found
              + "the disk reports an error ("
              + code(e)
              + "). Look at `dmesg` and the disk's health; it is tried again by itself";
      case 11, 26 ->
          found
              + "is damaged or no database of ours ("
              + code(e)
              + "). Move it away together with its -wal file to start anew, and keep both: most of it can"
              + " be saved with `sqlite3 FILE .recover`";
      case 13 ->
          found + "the disk is full. Free some space; it goes on by itself within five seconds";
      case 14 -> found + "cannot be opened (expected: a folder that this user may write to)";
      default -> found + e.getMessage();
    };
  }

  /** Whether somebody else's lock is the reason: then the file is as good as before. */
  public static boolean isLock(SQLException e) {
    return primaryCode(e) == 5 || primaryCode(e) == 6;
  }

  /** Whether a sync failed: then the kernel may have dropped what it should have written. */
  public static boolean isFailedSync(SQLException e) {
    return e instanceof SQLiteException sqlite
        && switch (sqlite.getResultCode()) {
          case SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC -> true;
          default -> false;
        };
  }

  private static int primaryCode(SQLException e) {
    return e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : -1;
  }

  private static String code(SQLException e) {
    return e instanceof SQLiteException sqlite ? sqlite.getResultCode().name() : "unknown";
  }
}
