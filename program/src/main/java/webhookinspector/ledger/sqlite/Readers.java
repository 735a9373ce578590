package webhookinspector.ledger.sqlite;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import webhookinspector.ledger.Damaged;
import webhookinspector.storage.sqlite.SqliteFile;
import webhookinspector.storage.sqlite.Trouble;

/**
 * A few read-only connections, lent to one caller at a time. They stay open while the writer heals,
 * so what is kept can be read even when nothing can be kept.
 */
final class Readers implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  private final SqliteFile file;
  private final Semaphore free = new Semaphore(CONNECTIONS);
  private final ConcurrentLinkedQueue<EntryReader> rested = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  Readers(SqliteFile file) {
    this.file = file;
  }

  interface Reading<T> {
    T from(EntryReader reader) throws SQLException;
  }

  <T> T read(Reading<T> reading) {
    free.acquireUninterruptibly();
    try {
      EntryReader reader = borrow();
      T result;
      try {
        result = reading.from(reader);
      } catch (SQLException | RuntimeException e) {
        reader.closeQuietly();
        throw e;
      }
      giveBack(reader);
      return result;
    } catch (SQLException e) {
      throw new Damaged("cannot read " + Trouble.with(file.path(), e), e);
    } finally {
      free.release();
    }
  }

  private EntryReader borrow() throws SQLException {
    if (closed) {
      throw new IllegalStateException("the ledger is closed");
    }
    EntryReader reader = rested.poll();
    return reader != null ? reader : new EntryReader(file.openToRead());
  }

  private void giveBack(EntryReader reader) throws SQLException {
    if (closed) {
      reader.closeQuietly();
    } else {
      rested.add(reader);
    }
  }

  @Override
  public void close() {
    closed = true;
    free.acquireUninterruptibly(CONNECTIONS);
    for (EntryReader reader = rested.poll(); reader != null; reader = rested.poll()) {
      reader.closeQuietly();
    }
    free.release(CONNECTIONS);
  }
}
