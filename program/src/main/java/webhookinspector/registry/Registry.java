package webhookinspector.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import webhookinspector.inbox.Bookmark;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Marking;

/**
 * What outlives a run: inboxes with their secrets and webhooks, alerts, gaps, where streams go on,
 * and what people put on deliveries. Look-ups of inboxes and markings come from memory; a write is
 * on disk when it returns. Safe for many threads. Every adapter passes {@code RegistryContract}.
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

  /**
   * Remembers a gap, or replaces the one of that id; the newest 10,000 are kept.
   *
   * @throws NotSaved if it may not be on disk
   */
  void note(Gap gap);

  /** The newest gaps by when they were noticed, newest first. */
  List<Gap> gaps(int limit);

  /** Where the stream of a resource goes on; nothing if there was none. */
  Optional<Bookmark> bookmark(String resource);

  /**
   * Replaces the bookmark of its resource.
   *
   * @throws NotSaved if it may not be on disk
   */
  void save(Bookmark bookmark);

  /**
   * The same together with the gap before it: both or neither.
   *
   * @throws NotSaved if they may not be on disk
   */
  void save(Bookmark bookmark, Gap gap);

  /** Forgets where a stream would go on; the next one begins anew and without a gap. */
  void forgetBookmark(String resource);

  /** What people put on a delivery; one that nobody touched has {@link Marking#NONE}. */
  Marking marking(DeliveryId delivery);

  /** All that is not {@link Marking#NONE}. */
  Map<DeliveryId, Marking> markings();

  /**
   * Replaces what is on a delivery, whether or not there is such a delivery.
   *
   * @throws NotSaved if it may not be on disk
   */
  default void mark(DeliveryId delivery, Marking marking) {
    mark(Map.of(delivery, marking));
  }

  /** The same for several deliveries at once: all or none. */
  void mark(Map<DeliveryId, Marking> markings);

  /** By name. */
  List<SavedFilter> savedFilters();

  /**
   * Adds a filter, or replaces the one of that name.
   *
   * @throws IllegalStateException if there are {@link SavedFilter#MOST} others already
   * @throws NotSaved if it may not be on disk
   */
  void save(SavedFilter filter);

  /** Forgets a filter; whether there was one of that name. */
  boolean removeFilter(String name);

  @Override
  void close();
}
