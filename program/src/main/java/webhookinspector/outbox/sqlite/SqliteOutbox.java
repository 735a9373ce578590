package webhookinspector.outbox.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.KeptTarget;
import webhookinspector.outbox.Letter;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.OutboxTrouble;
import webhookinspector.outbox.Progress;
import webhookinspector.storage.SecretsKey;
import webhookinspector.storage.StorageRefused;
import webhookinspector.storage.sqlite.KeptConnection;
import webhookinspector.storage.sqlite.Migrations;
import webhookinspector.storage.sqlite.SqliteFile;
import webhookinspector.storage.sqlite.Trouble;

/** An {@link Outbox} in one SQLite file. */
public final class SqliteOutbox implements Outbox {

  /** What its file may be at most. */
  public static final Migrations SCHEMA = new Migrations(SqliteOutbox.class, 4);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final KeptConnection file;
  private final SecretsKey key;
  private final int mostAttempts;
  private final ReentrantLock using = new ReentrantLock();

  private SqliteOutbox(KeptConnection file, SecretsKey key, int mostAttempts) {
    this.file = file;
    this.key = key;
    this.mostAttempts = mostAttempts;
  }

  /**
   * Opens the file, or makes it.
   *
   * @throws StorageRefused if it is broken, locked, newer than this program, or cannot be written
   *     durably
   */
  public static SqliteOutbox open(Path path) {
    return open(path, SecretsKey.NONE);
  }

  /**
   * Opens the file, or makes it; seals the targets' headers that are not sealed yet.
   *
   * @throws StorageRefused also if they are sealed under another key
   */
  public static SqliteOutbox open(Path path, SecretsKey key) {
    return open(path, PATIENCE, MOST_ATTEMPTS, key);
  }

  /**
   * @param patience with somebody else's lock
   * @param mostAttempts to remember
   */
  static SqliteOutbox open(Path path, Duration patience, int mostAttempts, SecretsKey key) {
    var file = new SqliteFile(path, SCHEMA, patience);
    var connection = new KeptConnection(file);
    try {
      sealWhatIsNot(connection, key);
      return new SqliteOutbox(connection, key, mostAttempts);
    } catch (SQLException e) {
      connection.close();
      throw new StorageRefused(Trouble.with(path, e), e);
    } catch (StorageRefused e) {
      connection.close();
      throw e;
    }
  }

  private static void sealWhatIsNot(KeptConnection file, SecretsKey key) throws SQLException {
    List<KeptTarget> targets = file.read(c -> new TargetRows(c, key).all());
    if (!key.seals() || file.read(c -> new TargetRows(c, key).areSealed())) {
      return;
    }
    file.write(
        c -> {
          for (KeptTarget target : targets) {
            new TargetRows(c, key).save(target);
          }
        });
    file.wipe();
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

  @Override
  public List<KeptTarget> targets() {
    return read(c -> new TargetRows(c, key).all());
  }

  @Override
  public KeptTarget save(KeptTarget target) {
    return change(c -> new TargetRows(c, key).save(target));
  }

  @Override
  public void remove(long target) {
    write(c -> new TargetRows(c, key).remove(target));
  }

  @Override
  public List<Letter> waiting(long target) {
    return read(c -> new LetterRows(c).waiting(target));
  }

  @Override
  public List<Letter> dead(long target, int limit) {
    return read(c -> new LetterRows(c).dead(target, limit));
  }

  @Override
  public long countDead(long target) {
    return read(c -> new LetterRows(c).countDead(target));
  }

  @Override
  public List<Letter> revive(long target, @Nullable DeliveryId delivery) {
    return change(c -> new LetterRows(c).revive(target, delivery));
  }

  @Override
  public void advance(Progress progress) {
    if (progress.isEmpty()) {
      return;
    }
    write(
        c -> {
          if (!progress.attempts().isEmpty()) {
            new AttemptRows(c).keep(progress.attempts(), mostAttempts);
          }
          var targets = new TargetRows(c, key);
          Set<Long> known = targets.numbers();
          new LetterRows(c)
              .write(
                  progress.waiting().stream().filter(l -> known.contains(l.target())).toList(),
                  progress.done());
          targets.reach(progress.reached());
        });
  }

  private <T> T change(KeptConnection.Reading<T> changing) {
    var result = new AtomicReference<T>();
    write(c -> result.set(changing.from(c)));
    return Objects.requireNonNull(result.get());
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
