package webhookinspector.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.asana.EventsPage;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.event.Page;
import webhookinspector.inbox.Bookmark;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.Damaged;
import webhookinspector.ledger.Entry;
import webhookinspector.registry.NotSaved;

/**
 * Where the stream of one resource stands, on disk. A page with events is one entry of the ledger,
 * which holds the token behind them, too: so no crash can part them. For one thread.
 */
final class Place {

  private static final Logger LOG = LoggerFactory.getLogger(Place.class);

  private static final Judgement FETCHED =
      new Judgement(
          false,
          "authentic",
          "we asked Asana for it; what a webhook told, too, stands with its delivery",
          true);

  /** A sync token and the events behind it last so long at most (API description, Events). */
  private static final Duration LIFE = Duration.ofHours(24);

  private final Means means;
  private final String resource;
  private final InboxName inbox;
  private @Nullable Bookmark bookmark;

  /** The gap that the last answer told, while nothing else came since. */
  private @Nullable Gap open;

  Place(Means means, String resource) {
    this.means = means;
    this.resource = resource;
    this.inbox = inboxOf(resource);
  }

  /** What the pages of a stream are kept under. */
  static InboxName inboxOf(String resource) {
    return new InboxName("stream-" + resource);
  }

  /** Finds where an earlier run left off, after a crash, too. */
  void find() {
    bookmark =
        means
            .registry()
            .bookmark(resource)
            .map(saved -> keptBehind(saved).orElse(saved))
            .orElse(null);
  }

  private Optional<Bookmark> keptBehind(Bookmark saved) {
    try {
      return means
          .ledger()
          .newestPage(inbox)
          .filter(kept -> kept.position().isAfter(saved.position()))
          .flatMap(this::behind);
    } catch (Damaged e) {
      LOG.error("{}; it is fetched again", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Bookmark> behind(Entry.Kept kept) {
    Delivery delivery = kept.judged().delivery();
    return Page.of(delivery.body())
        .map(page -> new Bookmark(resource, page.sync(), kept.position(), delivery.receivedAt()));
  }

  /** The token to ask with, or null to begin. */
  @Nullable String sync() {
    return bookmark == null ? null : bookmark.sync();
  }

  /** A page with events, ready to be kept. Made once, so that it cannot be kept twice. */
  Judged ready(EventsPage page) {
    return new Judged(
        means.ids().next(),
        inbox,
        Source.STREAM,
        new Delivery(means.clock().instant(), Headers.none(), page.body()),
        FETCHED,
        0);
  }

  /**
   * Keeps it.
   *
   * @param asked when it was asked for
   * @throws webhookinspector.ledger.NotKept if it may not be on disk; try again with the same one
   */
  void keep(Judged ready, String sync, Instant asked) {
    // An attempt that failed may have reached the disk all the same.
    Position position =
        means
            .ledger()
            .find(ready.id())
            .map(Entry.Kept::position)
            .orElseGet(() -> means.ledger().append(ready));
    goOn(new Bookmark(resource, sync, position, asked));
  }

  /** Nothing was told since the last time. */
  void move(EventsPage page, Instant asked) {
    goOn(new Bookmark(resource, page.sync(), end(), asked));
  }

  private Position end() {
    return means.ledger().last();
  }

  private void goOn(Bookmark next) {
    open = null;
    bookmark = next;
    try {
      means.registry().save(next);
    } catch (NotSaved e) {
      // An older token, or the kept page, is as good: it only has to be asked again.
      LOG.warn("{}", e.getMessage());
    }
  }

  /**
   * The stream begins, or begins anew because its token is not accepted any more: then what lies
   * between is lost.
   *
   * @throws NotSaved if it may not be on disk; ask again with the same token
   */
  void begin(EventsPage page, Instant asked) {
    Bookmark before = bookmark;
    var next = new Bookmark(resource, page.sync(), end(), asked);
    if (before == null) {
      means.registry().save(next);
    } else {
      Gap gap = gap(before, means.clock().instant());
      means.registry().save(next, gap);
      open = gap;
      means.gaps().accept(gap);
    }
    bookmark = next;
  }

  /** One that follows another, with nothing told in between, goes on where that one began. */
  private Gap gap(Bookmark before, Instant now) {
    Gap last = open;
    String id = last == null ? means.ids().next().text() : last.id();
    Instant from = last == null || last.from() == null ? before.at() : last.from();
    Instant at = last == null ? now : last.at();
    return new Gap(id, at, "stream-expired", inbox, resource, from, now, cause(from, now));
  }

  private static String cause(Instant from, Instant to) {
    Duration asleep = Duration.between(from, to);
    return asleep.compareTo(LIFE) >= 0
        ? "nobody asked for events in that time, and Asana keeps them for 24 hours at most"
        : "Asana no longer accepted the sync token, which it may give up within 24 hours when it is"
            + " busy; what happened in that time cannot be fetched";
  }
}
