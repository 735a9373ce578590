package webhookinspector.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Content;
import webhookinspector.event.Page;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;

/** Reads out of the ledger what a webhook and a stream told. */
final class Tellings {

  private static final int PAGE = 500;

  private final Ledger ledger;

  Tellings(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * All that was kept since a time, into one side or the other. What was believed only later counts
   * as what it is now.
   */
  void read(Instant since, InboxName webhook, Told byWebhook, InboxName stream, Told byStream)
      throws InterruptedException {
    Position at = before(since);
    for (List<Entry> page = page(at); !page.isEmpty(); page = page(at)) {
      for (Entry entry : page) {
        if (entry instanceof Entry.Kept(Position _, Judged judged)) {
          if (judged.inbox().equals(webhook) && isBelieved(judged)) {
            take(judged, byWebhook);
          } else if (judged.inbox().equals(stream) && judged.source() == Source.STREAM) {
            takePage(judged, byStream);
          }
        }
      }
      at = page.getLast().position();
    }
  }

  private List<Entry> page(Position after) throws InterruptedException {
    return ledger.read(after, PAGE, Duration.ZERO);
  }

  private boolean isBelieved(Judged judged) {
    return judged.source() == Source.WEBHOOK
        && (judged.judgement().believable()
            || ledger
                .find(judged.id())
                .map(kept -> kept.judged().judgement().believable())
                .orElse(false));
  }

  private static void take(Judged judged, Told into) {
    if (Content.of(judged.delivery().body()) instanceof Content.Events some) {
      some.events().forEach(event -> into.add(event, judged.id().text()));
    }
  }

  private static void takePage(Judged judged, Told into) {
    Page.of(judged.delivery().body())
        .ifPresent(page -> page.events().forEach(event -> into.add(event, judged.id().text())));
  }

  /** The ledger is in the order of arrival, so the first entry since a time is found by halving. */
  private Position before(Instant since) throws InterruptedException {
    long low = 0;
    long high = ledger.last().number();
    while (low < high) {
      long middle = low + (high - low) / 2;
      Instant arrived = arrivalBehind(middle);
      if (arrived != null && arrived.isBefore(since)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Position.START : new Position(low);
  }

  private @Nullable Instant arrivalBehind(long position) throws InterruptedException {
    Position after = position == 0 ? Position.START : new Position(position);
    for (List<Entry> next = ledger.read(after, 1, Duration.ZERO);
        !next.isEmpty();
        next = ledger.read(next.getLast().position(), 1, Duration.ZERO)) {
      if (next.getFirst() instanceof Entry.Kept(Position _, Judged judged)) {
        return judged.delivery().receivedAt();
      }
    }
    return null;
  }
}
