package webhookinspector.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.HistoryTrouble;
import webhookinspector.history.Query;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.outbox.KeptTarget;
import webhookinspector.outbox.Letter;
import webhookinspector.outbox.Progress;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;

/**
 * Notices at the start that the ledger is shorter than it was: somebody cut off its file or its
 * write-ahead log, or put an older one in its place. SQLite cannot tell a log that was cut off from
 * one that never was longer, but history and outbox remember how far the ledger once went.
 */
final class LostTail {

  private static final int MOST_LINES = 10_000;
  private static final int MOST_LETTERS = 10_000;

  private final Stores stores;
  private final Position last;

  private LostTail(Stores stores) {
    this.stores = stores;
    this.last = stores.ledger().last();
  }

  /** Before anybody reads on from where he was, or a place is given out again. */
  static void notice(
      Stores stores, Consumer<Alert> alerts, Consumer<Gap> gaps, InstantSource clock) {
    new LostTail(stores).notice(alerts, gaps, clock);
  }

  private void notice(Consumer<Alert> alerts, Consumer<Gap> gaps, InstantSource clock) {
    List<KeptTarget> beyond =
        stores.outbox().targets().stream().filter(one -> one.position().isAfter(last)).toList();
    Position known =
        Stream.concat(Stream.of(indexed()), beyond.stream().map(KeptTarget::position))
            .max(Position::compareTo)
            .orElseThrow();
    if (!known.isAfter(last)) {
      return;
    }
    List<DeliveryLine> lines = lines();
    Instant from = newest(lines.stream().filter(line -> line.position() <= last.number()).toList());
    List<DeliveryLine> lost =
        lines.stream().filter(line -> line.position() > last.number()).toList();
    String what =
        (lost.isEmpty() ? "entries" : amount(lost.size()))
            + " that had been kept before this start are gone: the ledger ends at position "
            + last.number()
            + ", but once went to "
            + known.number();
    gaps.accept(
        new Gap(
            "ledger-cut-" + last.number() + "-" + known.number(),
            clock.instant(),
            "ledger-cut",
            null,
            null,
            from,
            lost.isEmpty() ? clock.instant() : newest(lost),
            what));
    alerts.accept(
        new Alert(
            clock.instant(),
            null,
            "ledger-cut",
            Level.CRITICAL,
            what
                + ". Its file or its write-ahead log was cut off or replaced; look for a backup:"
                + " inspector restore BACKUP --data DIR"));
    beyond.forEach(this::takeBack);
    forget();
  }

  /** At once: new deliveries get the places of those that are gone, and would not be indexed. */
  private void forget() {
    try {
      if (stores.history().indexed().isAfter(last)) {
        stores.history().clear();
      }
    } catch (HistoryTrouble e) {
      // the indexer looks once more, and complains by itself
    }
  }

  private Position indexed() {
    try {
      return stores.history().indexed();
    } catch (HistoryTrouble e) {
      return Position.START; // it will be built anew, and complains by itself
    }
  }

  private List<DeliveryLine> lines() {
    try {
      return stores.history().list(Query.ALL, MOST_LINES);
    } catch (HistoryTrouble e) {
      return List.of();
    }
  }

  private static @Nullable Instant newest(List<DeliveryLine> lines) {
    return lines.stream().map(DeliveryLine::receivedAt).max(Instant::compareTo).orElse(null);
  }

  private static String amount(int deliveries) {
    String number = (deliveries == MOST_LINES ? "at least " : "") + deliveries;
    return number + (deliveries == 1 ? " delivery" : " deliveries");
  }

  /** Otherwise a target would pass over what comes now and gets the places of what is gone. */
  private void takeBack(KeptTarget target) {
    var gone = new ArrayList<Letter>(stores.outbox().waiting(target.number()));
    gone.addAll(stores.outbox().dead(target.number(), MOST_LETTERS));
    gone.removeIf(letter -> !letter.position().isAfter(last));
    stores
        .outbox()
        .advance(new Progress(List.of(), List.of(), gone, Map.of(target.number(), last)));
  }
}
