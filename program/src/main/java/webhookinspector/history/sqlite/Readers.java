package webhookinspector.history.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;
import webhookinspector.history.HistoryTrouble;

/**
 * A few connections that read, each for one search at a time, each search with a time budget: a
 * costly one must not starve the others. An interrupted thread gives up its search.
 */
final class Readers implements AutoCloseable {

  private static final int MOST = 4;

  /** Steps of SQLite's machine between two looks at the clock: well under a millisecond. */
  private static final int STEPS = 5_000;

  private final HistoryFile file;
  private final Duration budget;
  private final Semaphore free = new Semaphore(MOST, true);
  private final ConcurrentLinkedQueue<Reader> rested = new ConcurrentLinkedQueue<>();

  Readers(HistoryFile file, Duration budget) {
    this.file = file;
    this.budget = budget;
  }

  /** Something to read. */
  interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  /**
   * @throws HistoryTrouble when it fails, is interrupted or takes too long
   */
  <T> T read(Reading<T> reading) {
    try {
      if (!free.tryAcquire(budget.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new HistoryTrouble(
            "search: others take too long (expected: a free reader); try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HistoryTrouble("search: interrupted", e);
    }
    try {
      return readNow(reading);
    } catch (SQLException e) {
      throw trouble(e);
    } finally {
      free.release();
    }
  }

  private <T> T readNow(Reading<T> reading) throws SQLException {
    Reader reader = rested.poll();
    if (reader == null) {
      reader = new Reader(file.openToRead());
    }
    reader.deadline = System.nanoTime() + budget.toNanos();
    T result;
    try {
      result = reading.from(reader.connection);
    } catch (SQLException | RuntimeException e) {
      reader.connection.close();
      throw e;
    }
    rested.offer(reader);
    return result;
  }

  private HistoryTrouble trouble(SQLException e) {
    if (e.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
      return new HistoryTrouble(
          "search: stopped after "
              + budget.toMillis()
              + " ms (expected: a narrower filter)\n"
              + "Add since=1d or a field that few deliveries share.",
          e);
    }
    return Trouble.of("read", file, e);
  }

  @Override
  public void close() {
    List<Reader> all = new ArrayList<>();
    for (Reader reader = rested.poll(); reader != null; reader = rested.poll()) {
      all.add(reader);
    }
    for (Reader reader : all) {
      try {
        reader.connection.close();
      } catch (SQLException e) {
        throw Trouble.of("close", file, e);
      }
    }
  }

  private static final class Reader {
    private final Connection connection;
    private volatile long deadline;

    Reader(Connection connection) throws SQLException {
      this.connection = connection;
      ProgressHandler.setHandler(
          connection,
          STEPS,
          new ProgressHandler() {
            @Override
            protected int progress() {
              boolean late = System.nanoTime() - deadline > 0;
              return late || Thread.currentThread().isInterrupted() ? 1 : 0;
            }
          });
    }
  }
}
