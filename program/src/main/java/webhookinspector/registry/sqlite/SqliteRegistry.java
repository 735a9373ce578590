package webhookinspector.registry.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.inbox.Bookmark;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Marking;
import webhookinspector.registry.Alert;
import webhookinspector.registry.NotSaved;
import webhookinspector.registry.Registry;
import webhookinspector.registry.SavedFilter;
import webhookinspector.storage.SecretsKey;
import webhookinspector.storage.StorageRefused;
import webhookinspector.storage.sqlite.KeptConnection;
import webhookinspector.storage.sqlite.Migrations;
import webhookinspector.storage.sqlite.SqliteFile;
import webhookinspector.storage.sqlite.Trouble;

/**
 * A {@link Registry} in one SQLite file, read from memory and written through. Without a {@link
 * SecretsKey}, secrets lie in it as they are, behind the file's mode (0600) and nothing else.
 */
public final class SqliteRegistry implements Registry {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteRegistry.class);

  /** What its file may be at most. */
  public static final Migrations SCHEMA = new Migrations(SqliteRegistry.class, 5);

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int ALERTS = 10_000;
  private static final int GAPS = 10_000;

  private final KeptConnection file;
  private final SecretsKey key;
  private final ReentrantLock writing = new ReentrantLock();
  private final Deque<Alert> alerts = new ArrayDeque<>();
  private final ConcurrentMap<DeliveryId, Marking> markings = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, SavedFilter> filters = new ConcurrentSkipListMap<>();
  private volatile Directory directory = Directory.EMPTY;

  private SqliteRegistry(KeptConnection file, SecretsKey key) throws SQLException {
    this.file = file;
    this.key = key;
    for (Inbox inbox : file.read(c -> new InboxRows(c, key).all())) {
      directory = directory.with(inbox);
    }
    sealWhatIsNot();
    alerts.addAll(file.read(c -> new AlertRows(c).alerts(ALERTS)));
    markings.putAll(file.read(c -> new MarkingRows(c).all()));
    for (SavedFilter filter : file.read(c -> new SavedFilterRows(c).all())) {
      filters.put(filter.name(), filter);
    }
  }

  /**
   * Opens the file, or makes it.
   *
   * @throws StorageRefused if it is broken, locked, newer than this program, or cannot be written
   *     durably
   */
  public static SqliteRegistry open(Path path) {
    return open(path, SecretsKey.NONE);
  }

  /**
   * Opens the file, or makes it; seals the secrets in it that are not sealed yet.
   *
   * @throws StorageRefused also if its secrets are sealed under another key
   */
  public static SqliteRegistry open(Path path, SecretsKey key) {
    return open(path, PATIENCE, key);
  }

  /**
   * @param patience with somebody else's lock
   */
  static SqliteRegistry open(Path path, Duration patience, SecretsKey key) {
    var file = new SqliteFile(path, SCHEMA, patience);
    var connection = new KeptConnection(file);
    try {
      return new SqliteRegistry(connection, key);
    } catch (SQLException e) {
      connection.close();
      throw new StorageRefused(Trouble.with(file.path(), e), e);
    } catch (StorageRefused e) {
      connection.close();
      throw e;
    }
  }

  private void sealWhatIsNot() throws SQLException {
    if (!key.seals() || file.read(c -> new InboxRows(c, key).areSecretsSealed())) {
      return;
    }
    file.write(
        c -> {
          for (Inbox inbox : directory.inboxes()) {
            new InboxRows(c, key).save(inbox);
          }
        });
    file.wipe();
    LOG.info("the secrets in the registry are sealed under the key now");
  }

  @Override
  public void save(Inbox inbox) {
    change("inbox " + inbox.name(), d -> d.with(inbox), c -> new InboxRows(c, key).save(inbox));
  }

  @Override
  public void remove(InboxName name) {
    change("inbox " + name, d -> d.without(name), c -> new InboxRows(c, key).remove(name));
  }

  @Override
  public void note(Gap gap) {
    change("gap " + gap.id(), d -> d, c -> new GapRows(c).note(gap, GAPS));
  }

  @Override
  public List<Gap> gaps(int limit) {
    atLeastOne(limit);
    return read("gaps", c -> new GapRows(c).gaps(limit));
  }

  @Override
  public Optional<Bookmark> bookmark(String resource) {
    return read("bookmark", c -> new BookmarkRows(c).of(resource));
  }

  @Override
  public void save(Bookmark bookmark) {
    change(described(bookmark), d -> d, c -> new BookmarkRows(c).save(bookmark));
  }

  @Override
  public void save(Bookmark bookmark, Gap gap) {
    change(
        described(bookmark),
        d -> d,
        c -> {
          new BookmarkRows(c).save(bookmark);
          new GapRows(c).note(gap, GAPS);
        });
  }

  @Override
  public void forgetBookmark(String resource) {
    change("bookmark of " + resource, d -> d, c -> new BookmarkRows(c).remove(resource));
  }

  private static String described(Bookmark bookmark) {
    return "bookmark of " + bookmark.resource();
  }

  private <T> T read(String what, KeptConnection.Reading<T> reading) {
    writing.lock();
    try {
      return file.read(reading);
    } catch (SQLException e) {
      throw new StorageRefused(what + " cannot be read: " + file.describe(e), e);
    } finally {
      writing.unlock();
    }
  }

  private void change(String what, Directory.Change change, KeptConnection.Writing sql) {
    writing.lock();
    try {
      Directory next = change.on(directory);
      write(what, sql, () -> directory = next);
    } finally {
      writing.unlock();
    }
  }

  /** Memory follows only what is on disk. */
  private void write(String what, KeptConnection.Writing sql, Runnable remember) {
    writing.lock();
    try {
      file.write(sql);
      remember.run();
    } catch (SQLException e) {
      throw new NotSaved(what + " may not be saved: " + file.describe(e), e);
    } catch (StorageRefused e) {
      throw new NotSaved(what + " is not saved: " + e.getMessage(), e);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public Optional<Inbox> find(InboxKey key) {
    return directory.find(key);
  }

  @Override
  public Optional<Inbox> find(InboxName name) {
    return directory.find(name);
  }

  @Override
  public List<Inbox> inboxes() {
    return directory.inboxes();
  }

  @Override
  public Marking marking(DeliveryId delivery) {
    return markings.getOrDefault(delivery, Marking.NONE);
  }

  @Override
  public Map<DeliveryId, Marking> markings() {
    return Map.copyOf(markings);
  }

  @Override
  public void mark(Map<DeliveryId, Marking> changed) {
    if (!changed.isEmpty()) {
      write(
          "what is on deliveries",
          c -> new MarkingRows(c).save(changed),
          () -> changed.forEach(this::remember));
    }
  }

  private void remember(DeliveryId delivery, Marking marking) {
    if (marking.equals(Marking.NONE)) {
      markings.remove(delivery);
    } else {
      markings.put(delivery, marking);
    }
  }

  @Override
  public List<SavedFilter> savedFilters() {
    return List.copyOf(filters.values());
  }

  @Override
  public void save(SavedFilter filter) {
    writing.lock();
    try {
      if (!filters.containsKey(filter.name()) && filters.size() >= SavedFilter.MOST) {
        throw new IllegalStateException(
            "filter "
                + filter.name()
                + ": "
                + filters.size()
                + " are saved already (expected: fewer)");
      }
      write(
          "filter " + filter.name(),
          c -> new SavedFilterRows(c).save(filter),
          () -> filters.put(filter.name(), filter));
    } finally {
      writing.unlock();
    }
  }

  @Override
  public boolean removeFilter(String name) {
    boolean known = filters.containsKey(name);
    write(
        "the removal of filter " + name,
        c -> new SavedFilterRows(c).remove(name),
        () -> filters.remove(name));
    return known;
  }

  /** Never fails: an alert that cannot be saved is still in memory and in the log. */
  @Override
  public void raise(Alert alert) {
    writing.lock();
    try {
      alerts.addFirst(alert);
      if (alerts.size() > ALERTS) {
        alerts.removeLast();
      }
      file.write(c -> new AlertRows(c).raise(alert, ALERTS));
    } catch (SQLException | StorageRefused e) {
      LOG.warn("alert {} is not saved: {}", alert.topic(), e.getMessage());
    } finally {
      writing.unlock();
    }
  }

  @Override
  public List<Alert> alerts(int limit) {
    atLeastOne(limit);
    writing.lock();
    try {
      return new ArrayList<>(alerts).subList(0, Math.min(limit, alerts.size()));
    } finally {
      writing.unlock();
    }
  }

  private static void atLeastOne(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: at least 1)");
    }
  }

  @Override
  public void close() {
    writing.lock();
    try {
      file.close();
    } finally {
      writing.unlock();
    }
  }
}
