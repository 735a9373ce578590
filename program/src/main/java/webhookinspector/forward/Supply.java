package webhookinspector.forward;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.history.FilterExpression;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.outbox.KeptTarget;
import webhookinspector.outbox.Letter;
import webhookinspector.outbox.Rest;

/** What the ledger has for one target. */
final class Supply {

  /** Entries read at once; each may have a body of 1 MiB. */
  private static final int BATCH = 50;

  private final KeptTarget target;
  private final FilterExpression filter;
  private final Ledger ledger;
  private final Selection selection;
  private volatile boolean waitsForHistory;

  Supply(KeptTarget target, FilterExpression filter, Ledger ledger, Selection selection) {
    this.target = target;
    this.filter = filter;
    this.ledger = ledger;
    this.selection = selection;
  }

  /**
   * What is for the target.
   *
   * @param letters in order
   * @param upTo how far this covers the ledger
   */
  record Batch(List<Letter> letters, Position upTo) {}

  /**
   * The next of it; covers nothing when nothing came in time, or the history does not know it yet.
   */
  Batch read(Position after, Duration patience) throws InterruptedException {
    Position from = skipped(after);
    List<Entry> entries = ledger.read(from, BATCH, patience);
    if (entries.isEmpty()) {
      return new Batch(List.of(), from);
    }
    Position upTo = entries.getLast().position();
    waitsForHistory = !selection.isReady(upTo, Lane.GLANCE);
    return waitsForHistory ? new Batch(List.of(), after) : new Batch(letters(entries), upTo);
  }

  /** Where reading goes on, behind a stretch that is not for this target. */
  private Position skipped(Position from) {
    for (Rest rest : target.rests()) {
      Position stop = rest.stop();
      if (stop != null && !rest.start().isAfter(from) && stop.isAfter(from)) {
        return stop;
      }
    }
    return from;
  }

  private List<Letter> letters(List<Entry> entries) {
    var letters = new ArrayList<Letter>();
    for (Entry entry : entries) {
      if (target.rests().stream().noneMatch(rest -> rest.covers(entry.position()))) {
        selection
            .of(entry, filter)
            .map(delivery -> Letter.fresh(target.number(), entry.position(), delivery))
            .ifPresent(letters::add);
      }
    }
    return letters;
  }

  /** Whether it is the history that it waits for. */
  boolean waitsForHistory() {
    return waitsForHistory;
  }
}
