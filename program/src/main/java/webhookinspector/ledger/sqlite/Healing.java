package webhookinspector.ledger.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.NotKept;
import webhookinspector.storage.StorageRefused;
import webhookinspector.storage.sqlite.SqliteFile;
import webhookinspector.storage.sqlite.Trouble;

/**
 * Opens the file, at the start and after each failure. A failed sync may have lost what the kernel
 * held, and the kernel says so only once; so nothing is built on the old WAL: a new connection
 * moves all of it into the file, syncs that, starts an empty one and proves that it can be written.
 */
final class Healing {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** From then on one good sync is not believed at once: the disk has to sync as often again. */
  private static final int SUSPICIOUS_FAILURES = 3;

  private final SqliteFile file;
  private final LedgerSettings settings;
  private final Reserve reserve;
  private Duration pause = SHORTEST_PAUSE;
  private int failedSyncs;

  Healing(SqliteFile file, LedgerSettings settings) {
    this.file = file;
    this.settings = settings;
    this.reserve = new Reserve(file.path());
  }

  /** The first opening. */
  LedgerTables open() throws SQLException {
    return new LedgerTables(file.openToWrite(), settings);
  }

  /**
   * What a crash left in the WAL. Without counting it, a program that is killed again and again
   * never moves its WAL, and each start reads all of it.
   */
  long walBytes() {
    return file.path().resolveSibling(file.path().getFileName() + "-wal").toFile().length();
  }

  void demandSpace() {
    reserve.demand();
  }

  /** Counts what went wrong and says it to a person. */
  String note(Throwable cause) {
    if (cause instanceof SQLException sql) {
      failedSyncs = Trouble.isFailedSync(sql) ? failedSyncs + 1 : 0;
      return Trouble.with(file.path(), sql) + (suspicious() ? suspicion() : "");
    }
    return cause instanceof NotKept || cause instanceof StorageRefused
        ? String.valueOf(cause.getMessage())
        : "the ledger's writer stumbled: " + cause;
  }

  private boolean suspicious() {
    return failedSyncs >= SUSPICIOUS_FAILURES;
  }

  private String suspicion() {
    return " (" + failedSyncs + " failed syncs in a row: look for another disk)";
  }

  void rest() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  /** Throws unless everything works again, down to a sync of the disk. */
  LedgerTables reopen() throws SQLException, InterruptedException {
    reserve.demand();
    LedgerTables tables = open();
    try {
      if (tables.checkpoint("TRUNCATE") > 0) {
        throw new NotKept(file.path() + ": somebody else reads in it and holds up its repair");
      }
      int proofs = suspicious() ? SUSPICIOUS_FAILURES : 1;
      for (int i = 0; i < proofs; i++) {
        if (i > 0) {
          TimeUnit.NANOSECONDS.sleep(LONGEST_PAUSE.toNanos());
        }
        tables.probe();
      }
    } catch (SQLException | RuntimeException | InterruptedException e) {
      tables.close();
      throw e;
    }
    failedSyncs = 0;
    pause = SHORTEST_PAUSE;
    return tables;
  }
}
