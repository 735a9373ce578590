package webhookinspector.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.EventsPage;
import webhookinspector.event.Event;
import webhookinspector.inbox.Judged;
import webhookinspector.ledger.NotKept;
import webhookinspector.registry.NotSaved;

/** Follows the stream of one resource. For one thread. */
final class Follower {

  private final Means means;
  private final Turns turns;
  private final String resource;
  private final Manner manner;
  private final Consumer<Standing> told;
  private final Place place;
  private Pace pace;
  private @Nullable Standing standing;

  /** Since when we leave young events alone; null when we do not. */
  private @Nullable Instant holdingBackSince;

  /**
   * @param told whenever the standing changes
   */
  Follower(Means means, Turns turns, String resource, Manner manner, Consumer<Standing> told) {
    this.means = means;
    this.turns = turns;
    this.resource = resource;
    this.manner = manner;
    this.told = told;
    this.place = new Place(means, resource);
    this.pace = Pace.of(manner);
  }

  /** Goes on until Asana says no for good, or the thread is interrupted. */
  void follow() throws InterruptedException {
    place.find();
    while (true) {
      waitWhileClosed();
      turns.take();
      Instant asked = means.clock().instant();
      switch (Outcome.of(means.asana(), resource, place.sync())) {
        case Outcome.Told(EventsPage page) -> take(page, asked);
        case Outcome.Closed _ -> {} // waited for above
        case Outcome.Failed(String because) -> failed(because);
        case Outcome.Refused(var why) -> {
          stand(new Standing.Ended(why));
          return;
        }
      }
    }
  }

  private void waitWhileClosed() throws InterruptedException {
    for (Optional<Instant> until = means.asana().closedUntil();
        until.isPresent();
        until = means.asana().closedUntil()) {
      stand(new Standing.Waiting(0, "Asana has had too many calls", until.get()));
      means.rest().of(Duration.between(means.clock().instant(), until.get()));
    }
  }

  private void failed(String because) throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException(because);
    }
    pace = pace.failed();
    Duration rest = pace.rest(means.jitter());
    stand(new Standing.Waiting(pace.failures(), because, means.clock().instant().plus(rest)));
    means.rest().of(rest);
  }

  private void take(EventsPage page, Instant asked) throws InterruptedException {
    if (page.fresh()) {
      begin(page, asked);
    } else if (page.events().isEmpty()) {
      place.move(page, asked);
      pace = pace.quiet();
      holdingBackSince = null;
    } else {
      if (isRipe(page, asked)) {
        keep(page, asked);
        holdingBackSince = null;
      }
      pace = pace.busy();
    }
    boolean more = page.hasMore() && !page.events().isEmpty();
    stand(new Standing.Following(!more));
    if (!more) {
      means.rest().of(pace.rest(means.jitter()));
    }
  }

  private void begin(EventsPage page, Instant asked) throws InterruptedException {
    try {
      place.begin(page, asked);
      pace = pace.quiet();
    } catch (NotSaved e) {
      failed(String.valueOf(e.getMessage())); // the token of before still stands, so ask again
    }
  }

  private void keep(EventsPage page, Instant asked) throws InterruptedException {
    Judged ready = place.ready(page);
    while (true) {
      try {
        place.keep(ready, page.sync(), asked);
        return;
      } catch (NotKept e) {
        failed(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Whether a webhook has had its time to tell these events first, or there are too many. */
  private boolean isRipe(EventsPage page, Instant now) {
    Instant old = now.minus(manner.patience());
    if (page.hasMore() || page.events().stream().allMatch(event -> isBefore(event, old))) {
      return true;
    }
    if (holdingBackSince == null) {
      holdingBackSince = now;
    }
    return !holdingBackSince.isAfter(old);
  }

  private static boolean isBefore(Event event, Instant time) {
    return event.createdAt() == null || !event.createdAt().isAfter(time);
  }

  private void stand(Standing next) {
    if (!next.equals(standing)) {
      standing = next;
      told.accept(next);
    }
  }
}
