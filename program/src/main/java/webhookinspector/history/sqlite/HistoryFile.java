package webhookinspector.history.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import webhookinspector.history.HistoryTrouble;

/** The file and how it is opened. What cannot be used is moved aside, for it can be built anew. */
final class HistoryFile {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);

  private static final Set<Integer> DAMAGED =
      Set.of(SQLiteErrorCode.SQLITE_NOTADB.code, SQLiteErrorCode.SQLITE_CORRUPT.code);

  /** 16 MB: pages of an index that change in several batches go into the file once. */
  private static final int CHECKPOINT_PAGES = 4_000;

  /** With somebody else's lock. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path file;

  HistoryFile(Path file) {
    this.file = file;
  }

  /** The one connection that writes; the file is usable and has its tables afterwards. */
  Connection openToWrite() {
    try {
      return usableOrAnew();
    } catch (SQLException e) {
      throw new HistoryTrouble(
          "history: "
              + file
              + " cannot be opened (expected: a file we may write): "
              + e.getMessage(),
          e);
    }
  }

  private Connection usableOrAnew() throws SQLException {
    try {
      return usable();
    } catch (SQLException e) {
      if (!DAMAGED.contains(e.getErrorCode())) {
        throw e;
      }
      moveAside("it is damaged: " + e.getMessage());
      return usable();
    }
  }

  private Connection usable() throws SQLException {
    Connection connection = connectToWrite();
    try {
      int version = Schema.versionOf(connection);
      if (version != Schema.VERSION && !isEmpty(connection)) {
        connection.close();
        moveAside("it has version " + version + " (expected: " + Schema.VERSION + ")");
        connection = connectToWrite();
      }
      if (isEmpty(connection)) {
        Schema.create(connection);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    return Sql.number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
  }

  /** One more connection that reads. */
  Connection openToRead() throws SQLException {
    return connect(true);
  }

  /** What is dropped is overwritten, as in the ledger. */
  private Connection connectToWrite() throws SQLException {
    Connection connection = connect(false);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA secure_delete = ON");
      statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private Connection connect(boolean readOnly) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.setCacheSize(-8_000);
    config.setGetGeneratedKeys(false); // or the driver asks for one behind every insert
    if (!readOnly) {
      config.setJournalMode(JournalMode.WAL);
      // A power cut may take the last moments: the indexer puts them back from the ledger.
      config.setSynchronous(SynchronousMode.NORMAL);
    }
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private void moveAside(String because) {
    try {
      Path aside = free();
      for (String part : List.of("", "-wal", "-shm")) {
        Path from = Path.of(file + part);
        if (Files.exists(from)) {
          Files.move(from, Path.of(aside + part));
        }
      }
      LOG.warn("history: {}; moved aside as {} and built anew from the ledger", because, aside);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "history: " + file + " is unusable and cannot be moved aside; move it away yourself", e);
    }
  }

  private Path free() {
    int n = 1;
    while (Files.exists(Path.of(file + ".aside-" + n))) {
      n++;
    }
    return Path.of(file + ".aside-" + n);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
