package webhookinspector.registry.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.storage.sqlite.SqliteFile;
import webhookinspector.storage.sqlite.Trouble;

/**
 * The one connection to the registry's file. After any failure it is closed, because nobody knows
 * what the kernel dropped; the next use opens a new one and moves the WAL before it writes. For one
 * thread at a time.
 */
final class RegistryFile {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryFile.class);

  private final SqliteFile file;
  private @Nullable Connection connection;
  private boolean closed;

  RegistryFile(SqliteFile file) {
    this.file = file;
  }

  interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  interface Writing {
    void to(Connection connection) throws SQLException;
  }

  <T> T read(Reading<T> reading) throws SQLException {
    return reading.from(open());
  }

  /** All of it or nothing; on disk when this returns. */
  void write(Writing writing) throws SQLException {
    Connection open = open();
    try {
      execute(open, "BEGIN IMMEDIATE");
      writing.to(open);
      execute(open, "COMMIT");
    } catch (SQLException e) {
      drop();
      throw e;
    }
  }

  private Connection open() throws SQLException {
    if (closed) {
      throw new SQLException("the registry is closed");
    }
    Connection open = connection;
    if (open == null) {
      open = file.openToWrite();
      connection = open;
      execute(open, "PRAGMA wal_checkpoint(TRUNCATE)");
      execute(open, "PRAGMA wal_autocheckpoint = 1000");
    }
    return open;
  }

  private static void execute(Connection open, String sql) throws SQLException {
    try (var statement = open.createStatement()) {
      statement.execute(sql);
    }
  }

  private void drop() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("closing the registry", e);
      }
    }
  }

  void close() {
    closed = true;
    drop();
  }

  String describe(SQLException e) {
    return Trouble.with(file.path(), e);
  }
}
