package webhookinspector.replay;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.History;
import webhookinspector.history.Query;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;

/**
 * Finds what shall be sent again. Handshakes are left out: their secret is kept apart from them.
 */
record Choosing(History history) {

  private static final int PAGE = 1_000;

  /**
   * What there is of it, each once.
   *
   * @throws IllegalArgumentException if it is more than {@value Replayer#MOST}
   */
  Choice of(Wanted wanted) {
    return switch (wanted) {
      case Wanted.Named(List<DeliveryLine> lines) -> {
        List<DeliveryLine> each = lines.stream().distinct().toList();
        List<Chosen> chosen = withoutHandshakes(each);
        yield new Choice(chosen, each.size() - chosen.size());
      }
      case Wanted.Matching(FilterExpression filter) -> matching(filter);
    };
  }

  private Choice matching(FilterExpression filter) {
    var chosen = new ArrayList<Chosen>();
    int found = 0;
    Position before = null;
    List<DeliveryLine> page;
    do {
      page = history.list(new Query(filter, null, before), PAGE);
      found += page.size();
      chosen.addAll(withoutHandshakes(page));
      before = page.isEmpty() ? null : new Position(page.getFirst().position());
    } while (page.size() == PAGE && chosen.size() <= Replayer.MOST);
    if (chosen.size() > Replayer.MOST) {
      throw tooMany(history.count(new Query(filter, null, null)));
    }
    return new Choice(chosen, found - chosen.size());
  }

  private static IllegalArgumentException tooMany(long matching) {
    return new IllegalArgumentException(
        "deliveries: "
            + matching
            + " match (expected: at most "
            + Replayer.MOST
            + " in one replay)\nNarrow it down by since= and before=.");
  }

  private static List<Chosen> withoutHandshakes(List<DeliveryLine> lines) {
    return lines.stream()
        .filter(line -> !line.type().equals("handshake"))
        .map(l -> new Chosen(new DeliveryId(l.id()), l.position(), l.receivedAt()))
        .toList();
  }
}
