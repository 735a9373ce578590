package webhookinspector.ledger.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import webhookinspector.storage.sqlite.FreePages;

/** Gives some free pages back to the disk, and empties the -wal file of what was dropped. */
final class ShrinkChore extends Chore {

  /** A mebibyte: some milliseconds. */
  private static final int PAGES = 256;

  private final Duration patience;
  private boolean more;

  /**
   * @param patience with locks, as the connection has it
   */
  ShrinkChore(Duration patience) {
    this.patience = patience;
  }

  boolean more() {
    return more;
  }

  @Override
  void in(Connection connection, Quarantine quarantine) throws SQLException {
    more = FreePages.giveBack(connection, PAGES);
  }

  @Override
  void afterwards(Connection connection) throws SQLException {
    if (!more) {
      FreePages.emptyWal(connection, patience);
    }
  }
}
