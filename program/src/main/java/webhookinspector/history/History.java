package webhookinspector.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Timeline;

/**
 * The ledger's deliveries, inspected and searchable. One indexer writes, many read. Rebuildable:
 * {@link #clear} and feed the ledger again. Every call may throw {@link HistoryTrouble}. Every
 * adapter passes {@code HistoryContract}.
 */
public interface History extends AutoCloseable {

  /**
   * How many deliveries that nobody may believe it holds; older ones make room, as in the ledger's
   * quarantine.
   */
  int QUARANTINE = 1_000;

  /** How far the ledger has been read into it. */
  Position indexed();

  /**
   * Adds what the indexer made of some ledger entries and moves {@link #indexed}, all in one
   * transaction.
   *
   * <p>A change that a webhook and the events stream tell is held once, with the webhook's
   * delivery, whichever came first; there {@code alsoPolled} names the stream's page. So what the
   * history holds of the stream is what nothing else has told, and a page without that is not held.
   *
   * @param inspected in the ledger's order; one that is there already is replaced, as after a later
   *     judgement; {@code repeatOf} is filled in here
   * @param upTo the last ledger entry that this covers
   * @return the lines as stored, in the same order; nothing for a page that is not held
   */
  List<Optional<DeliveryLine>> add(List<Inspected> inspected, Position upTo);

  /**
   * The newest lines that match, returned oldest first.
   *
   * @param limit 1 to 10,000
   */
  default List<DeliveryLine> list(Query query, int limit) {
    return list(query, limit, 0);
  }

  /**
   * As {@link #list(Query, int)}, behind so many newer ones that match: any place of a long list.
   *
   * @param skip 0 or more; costs little without a filter, and the more the larger with one
   */
  List<DeliveryLine> list(Query query, int limit, int skip);

  /**
   * The ids of the newest lines that match, oldest first: for whoever wants many, and of each only
   * the delivery itself.
   *
   * @param limit 1 to 10,000
   */
  default List<String> ids(Query query, int limit) {
    return list(query, limit).stream().map(DeliveryLine::id).toList();
  }

  /**
   * How many of the newest 10,000 that match arrived when; of all, without a filter.
   *
   * @param from begin of the first step
   * @param steps 1 to 1,000
   * @return one for each step, in their order
   */
  List<Arrivals> arrivals(Query query, Instant from, Duration step, int steps);

  /** What the newest that match have in common. */
  Overview overview(Query query);

  /** How many lines match. */
  long count(Query query);

  /**
   * What was told of one thing: events of which it is the resource or the parent, each once,
   * however often it was told, in the order in which they happened. The newest in front of a place;
   * only what can be believed.
   *
   * @param gid of the thing
   * @param before only what stands in front of it, or null for the newest
   * @param limit 1 to 1,000
   */
  Happenings about(String gid, Timeline.@Nullable Place before, int limit);

  /**
   * Things that were told of and are called so, the newest told of first.
   *
   * @param part of a name, in upper or lower case; or a gid
   * @param limit 1 to 100
   */
  List<Known> named(String part, int limit);

  /** The lines whose id begins so; at most {@code limit}, newest first. */
  List<DeliveryLine> startingWith(String idPrefix, int limit);

  /** The line of that id. */
  default Optional<DeliveryLine> find(String id) {
    return startingWith(id, 1).stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /**
   * Whether an earlier delivery, that can be believed, brought the same body to the same inbox.
   * Never of heartbeats and handshakes, whose bodies are all alike.
   */
  boolean believedBefore(DeliveryLine line);

  /** Forgets lines, because the ledger drops their deliveries; those that are not there too. */
  void drop(List<String> ids);

  /**
   * Gives some of the space that was freed back to the disk.
   *
   * @return whether there is more
   */
  boolean shrink();

  /** Forgets everything, so that it can be built anew. */
  void clear();

  @Override
  void close();
}
