package webhookinspector.storage.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection to a small file that is read and written through it. After any failure it is
 * closed, because nobody knows what the kernel dropped; the next use opens a new one and moves the
 * WAL before it writes. For one thread at a time.
 */
public final class KeptConnection {

  private static final Logger LOG = LoggerFactory.getLogger(KeptConnection.class);

  private final SqliteFile file;
  private @Nullable Connection connection;
  private boolean closed;

  public KeptConnection(SqliteFile file) {
    this.file = file;
  }

  /** Reads. */
  public interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  /** Changes, inside a transaction. */
  public interface Writing {
    void to(Connection connection) throws SQLException;
  }

  /** What was read; the file is opened first if need be. */
  public <T> T read(Reading<T> reading) throws SQLException {
    return reading.from(open());
  }

  /** All of it or nothing; on disk when this returns. */
  public void write(Writing writing) throws SQLException {
    Connection open = open();
    try {
      execute(open, "BEGIN IMMEDIATE");
      writing.to(open);
      execute(open, "COMMIT");
    } catch (SQLException | RuntimeException e) {
      drop();
      throw e;
    }
  }

  /** Leaves nothing of what was deleted or replaced in the file or its WAL. */
  public void wipe() throws SQLException {
    execute(open(), "VACUUM");
    execute(open(), "PRAGMA wal_checkpoint(TRUNCATE)");
  }

  private Connection open() throws SQLException {
    if (closed) {
      throw new SQLException(file.path() + " is closed");
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
        LOG.debug("closing {}", file.path(), e);
      }
    }
  }

  /** Nothing can be read or written any more. */
  public void close() {
    closed = true;
    drop();
  }

  /** What went wrong, said to a person. */
  public String describe(SQLException e) {
    return Trouble.with(file.path(), e);
  }
}
