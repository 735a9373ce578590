package webhookinspector.outbox.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.OutboxTrouble;
import webhookinspector.storage.StorageRefused;
import webhookinspector.storage.sqlite.KeptConnection;
import webhookinspector.storage.sqlite.Migrations;
import webhookinspector.storage.sqlite.SqliteFile;
import webhookinspector.storage.sqlite.Trouble;

/** An {@link Outbox} in one SQLite file. */
public final class SqliteOutbox implements Outbox {

  private static final Migrations SCHEMA = new Migrations(SqliteOutbox.class, 1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final KeptConnection file;
  private final int mostAttempts;
  private final ReentrantLock using = new ReentrantLock();

  private SqliteOutbox(KeptConnection file, int mostAttempts) {
    this.file = file;
    this.mostAttempts = mostAttempts;
  }

  /**
   * Opens the file, or makes it.
   *
   * @throws StorageRefused if it is broken, locked, newer than this program, or cannot be written
   *     durably
   */
  public static SqliteOutbox open(Path path) {
    return open(path, PATIENCE, MOST_ATTEMPTS);
  }

  /**
   * @param patience with somebody else's lock
   * @param mostAttempts to remember
   */
  static SqliteOutbox open(Path path, Duration patience, int mostAttempts) {
    var file = new SqliteFile(path, SCHEMA, patience);
    var connection = new KeptConnection(file);
    try {
      connection.read(c -> c.isValid(0));
      return new SqliteOutbox(connection, mostAttempts);
    } catch (SQLException e) {
      throw new StorageRefused(Trouble.with(path, e), e);
    }
  }

  @Override
  public void keep(List<Attempt> attempts) {
    if (!attempts.isEmpty()) {
      write(c -> new AttemptRows(c).keep(attempts, mostAttempts));
    }
  }

  @Override
  public List<Attempt> attemptsOf(DeliveryId delivery, int limit) {
    return read(c -> new AttemptRows(c).of(delivery, limit));
  }

  @Override
  public List<Attempt> attemptsAt(String target, int limit) {
    return read(c -> new AttemptRows(c).at(target, limit));
  }

  private <T> T read(KeptConnection.Reading<T> reading) {
    using.lock();
    try {
      return file.read(reading);
    } catch (SQLException e) {
      throw new OutboxTrouble("outbox: cannot be read: " + file.describe(e), e);
    } catch (StorageRefused e) {
      throw new OutboxTrouble("outbox: cannot be read: " + e.getMessage(), e);
    } finally {
      using.unlock();
    }
  }

  private void write(KeptConnection.Writing writing) {
    using.lock();
    try {
      file.write(writing);
    } catch (SQLException e) {
      throw new OutboxTrouble("outbox: may not be written: " + file.describe(e), e);
    } catch (StorageRefused e) {
      throw new OutboxTrouble("outbox: is not written: " + e.getMessage(), e);
    } finally {
      using.unlock();
    }
  }

  @Override
  public void close() {
    using.lock();
    try {
      file.close();
    } finally {
      using.unlock();
    }
  }
}
