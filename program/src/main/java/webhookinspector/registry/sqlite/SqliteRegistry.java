package webhookinspector.registry.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Registry;

/** A {@link Registry} in one SQLite file. */
public final class SqliteRegistry implements Registry {

  private SqliteRegistry() {}

  /**
   * Opens the file, or makes it.
   *
   * @throws webhookinspector.storage.StorageRefused if it is broken, locked, newer than this
   *     program, or cannot be written durably
   */
  public static SqliteRegistry open(Path file) {
    return new SqliteRegistry();
  }

  @Override
  public void save(Inbox inbox) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void remove(InboxName name) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public Optional<Inbox> find(InboxKey key) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public Optional<Inbox> find(InboxName name) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public List<Inbox> inboxes() {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void raise(Alert alert) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public List<Alert> alerts(int limit) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void close() {}
}
