package webhookinspector.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.Watcher;
import webhookinspector.history.Arrivals;
import webhookinspector.history.Overview;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.outbox.Attempt;
import webhookinspector.subscription.Filter;
import webhookinspector.watch.HealthReport;

/**
 * Everything the admin port offers. The process that holds a data folder answers it directly; every
 * other command asks that process through the port and gets the same answers. Each call blocks and
 * may throw {@link Refusal}. Safe for many threads.
 */
public interface Admin {

  /** The newest lines that match, oldest first. */
  List<DeliveryLine> deliveries(Search search);

  /**
   * How many deliveries match.
   *
   * @param filter in the filter language, "" for all
   * @param before only those in front of this position, or null for all
   */
  long count(String filter, @Nullable Long before);

  /** As {@link #count(String, Long)}, of all. */
  default long count(String filter) {
    return count(filter, null);
  }

  /**
   * When the newest 10,000 that match arrived, step by step up to now; of all, without a filter.
   *
   * @param minutes so far back, 1 to 100,000
   * @param steps 1 to 1,000; of whole seconds each
   */
  List<Arrivals> arrivals(String filter, int minutes, int steps);

  /** What the newest that match have in common: lag, busiest resources and actions. */
  Overview overview(String filter);

  /**
   * One delivery with its bytes.
   *
   * @param idOrStart a delivery's id, or a start of it that no other id shares; upper or lower case
   */
  DeliveryDetail delivery(String idOrStart);

  /** Whether anything is missing. */
  Reconciling reconciling();

  /** Looking back: timelines, differences, words. */
  Finding finding();

  /** What somebody needs to know before a webhook is created. */
  Setup setup();

  /** The simulator of this very process. */
  SimulatorControls simulator();

  /** How long and how much is kept. */
  Retaining retaining();

  /** Into files and out of them. */
  Carrying carrying();

  /** Pins and notes. */
  Markings markings();

  /** Filters with names. */
  SavedFilters savedFilters();

  /** Explains one delivery in words; {@code idOrStart} as in {@link #delivery}. */
  Explanation explain(String idOrStart);

  /**
   * Sends a kept delivery to a target again, byte for byte, and waits for its answer.
   *
   * @param idOrStart as in {@link #delivery}
   * @param target http or https; public addresses and this machine, but not the program's own ports
   */
  Line.OfAttempt replay(String idOrStart, String target);

  /** Sends deliveries again in other ways: many, changed, signed anew. */
  Replaying replaying();

  /** Looks after targets to which deliveries go on by themselves. */
  Forwarding forwarding();

  /** Answers Asana on purpose. */
  Answering answering();

  /**
   * What was sent of one delivery and what came of it, oldest first.
   *
   * @param idOrStart as in {@link #delivery}
   * @param limit the newest so many, 1 to 1,000
   */
  List<Attempt> attempts(String idOrStart, int limit);

  /**
   * The webhooks at Asana that this token's user and app have.
   *
   * @param workspace gid; null for the configured one, or all that the token sees
   * @param resource gid, to see only those that watch it, or null
   */
  List<WebhookLine> webhooks(@Nullable String workspace, @Nullable String resource);

  /** One webhook, fresh from Asana. */
  WebhookLine webhook(String gid);

  /**
   * How the webhooks that this folder owns are doing. The receiver of the folder knows; where none
   * runs, Asana is asked once.
   */
  HealthReport health();

  /** Opens an inbox and creates a webhook that targets it; returns after the handshake. */
  WebhookLine create(NewWebhook wanted);

  /** Replaces the whole filter list; Asana cannot change anything else of a webhook. */
  WebhookLine update(String gid, List<Filter> filters);

  /** Deletes it at Asana for good, and closes its inbox if it is ours. */
  void delete(String gid);

  /** All inboxes, by name. */
  List<InboxLine> inboxes();

  /**
   * Lets an inbox without a secret take part in a handshake for one minute; makes the inbox if
   * there is none of that name.
   */
  InboxLine arm(String name);

  /**
   * Ends the armed minute now, once the webhook exists: the only candidate becomes the inbox's
   * secret; of several, none does, because nobody can tell which is Asana's. An inbox that has its
   * secret stays as it is.
   */
  InboxLine settle(String name);

  /**
   * What an operator should know, newest first.
   *
   * @param limit 1 to 10,000
   */
  List<Line.OfAlert> alerts(int limit);

  /**
   * Windows in which events may have been missed for good, newest first.
   *
   * @param limit 1 to 10,000
   */
  List<Gap> gaps(int limit);

  /** What the holder of the folder counts, in the text format of Prometheus. */
  String metrics();

  /** How the holder of the folder is doing. */
  Status status();

  /**
   * Follows what happens, beginning with what the history already has behind a position; then each
   * delivery is told exactly once, in order.
   *
   * @param after a position, 0 for everything, or null to begin with what comes next
   * @param watcher told by one thread; {@link Watcher#fellBehind} ends nothing, so start anew from
   *     the last position if every line counts
   */
  default Feed.Watch follow(@Nullable Long after, Watcher watcher) {
    return follow(after, "", watcher);
  }

  /**
   * The same, but deliveries that do not match are passed over; all other lines come.
   *
   * @param filter in the filter language, "" for all
   */
  Feed.Watch follow(@Nullable Long after, String filter, Watcher watcher);
}
