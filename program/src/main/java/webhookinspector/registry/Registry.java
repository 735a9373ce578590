package webhookinspector.registry;

import java.util.List;
import java.util.Optional;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;

/**
 * What outlives a run: inboxes with their secrets and webhooks, and alerts. Look-ups come from
 * memory; a write is on disk when it returns. Safe for many threads. Every adapter passes {@code
 * RegistryContract}.
 */
public interface Registry extends AutoCloseable {

  /**
   * Adds an inbox, or replaces the one of that name, secrets and webhook included.
   *
   * @throws IllegalStateException if another inbox has that key, or one of those secrets; nothing
   *     is written then
   * @throws NotSaved if it may not be on disk; then nothing may be echoed
   */
  void save(Inbox inbox);

  /** Forgets an inbox; deliveries to it get 404 from now on. */
  void remove(InboxName name);

  /** The inbox at that address. */
  Optional<Inbox> find(InboxKey key);

  /** The inbox of that name. */
  Optional<Inbox> find(InboxName name);

  /** All of them, by name. */
  List<Inbox> inboxes();

  /** Remembers something that an operator should know; the newest 10,000 are kept. */
  void raise(Alert alert);

  /** The newest alerts, newest first. */
  List<Alert> alerts(int limit);

  @Override
  void close();
}
