package webhookinspector.finding;

import java.util.List;
import java.util.stream.IntStream;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.History;
import webhookinspector.history.Query;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Hit;
import webhookinspector.ledger.Ledger;

/** Finds deliveries by the one filter language, and shows where its words stand in them. */
public final class Searching {

  /** So many of the newest are shown with excerpts. */
  static final int MOST_SHOWN = 200;

  private final History history;
  private final Ledger ledger;

  public Searching(History history, Ledger ledger) {
    this.history = history;
    this.ledger = ledger;
  }

  /** The newest that match, newest first. */
  public List<Hit> hits(Query query, int limit, int skip) {
    List<String> words = FilterExpression.words(query.filter());
    List<DeliveryLine> lines = history.list(query, limit, skip).reversed();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> hit(lines.get(i), i < MOST_SHOWN ? words : List.of()))
        .toList();
  }

  private Hit hit(DeliveryLine line, List<String> words) {
    return new Hit(line, Excerpts.of(line, words, () -> body(line)));
  }

  private String body(DeliveryLine line) {
    return ledger
        .find(new DeliveryId(line.id()))
        .map(kept -> kept.judged().delivery().body().text())
        .orElse("");
  }
}
