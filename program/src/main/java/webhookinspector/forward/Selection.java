package webhookinspector.forward;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import webhookinspector.egress.Outgoing;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.History;
import webhookinspector.history.LiveFilter;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;

/**
 * Which entries of the ledger go on: believable deliveries that came in from outside, each body
 * once. Never handshakes, whose secret is not kept with them; never a copy that we or another
 * inspector sent, so that no loop has more than one turn.
 */
final class Selection {

  private static final Set<Source> SOURCES =
      Set.of(Source.WEBHOOK, Source.STREAM, Source.SIMULATOR);

  private final Ledger ledger;
  private final History history;
  private final HistoryMark level;

  Selection(Ledger ledger, History history, HistoryMark level) {
    this.ledger = ledger;
    this.history = history;
    this.level = level;
  }

  /** Whether the history knows all up to there; only then may its entries be asked about. */
  boolean isReady(Position upTo, Duration patience) throws InterruptedException {
    return level.await(upTo, patience);
  }

  /** The delivery, if it goes on to a target with that filter. */
  Optional<DeliveryId> of(Entry entry, FilterExpression filter) {
    return kept(entry)
        .filter(Selection::mayGoOn)
        .flatMap(judged -> history.find(judged.id().text()))
        .filter(line -> line.repeatOf() == null || !history.believedBefore(line))
        .filter(new LiveFilter(filter, history)::lets)
        .map(line -> new DeliveryId(line.id()));
  }

  private Optional<Judged> kept(Entry entry) {
    return switch (entry) {
      case Entry.Kept(_, Judged judged) -> Optional.of(judged);
      case Entry.JudgedAgain again when again.answer() == null && again.judgement().believable() ->
          ledger.find(again.delivery()).map(Entry.Kept::judged);
      case Entry.JudgedAgain _ -> Optional.empty();
    };
  }

  private static boolean mayGoOn(Judged judged) {
    return judged.judgement().believable()
        && !judged.judgement().handshake()
        && SOURCES.contains(judged.source())
        && !judged.delivery().headers().has(Outgoing.MARKER);
  }
}
