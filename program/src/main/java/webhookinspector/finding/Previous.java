package webhookinspector.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterField;
import webhookinspector.history.History;
import webhookinspector.history.Query;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;

/** Which delivery a person wants to compare another with. */
public final class Previous {

  /** More resources than that in one delivery were not one change. */
  private static final int MOST_RESOURCES = 20;

  private final History history;

  public Previous(History history) {
    this.history = history;
  }

  /**
   * The newest earlier delivery about the same resource that can be believed; without any events,
   * the newest earlier one of the same kind in the same inbox.
   */
  public Optional<DeliveryLine> of(DeliveryLine line) {
    var query = new Query(wanted(line), null, new Position(line.position()));
    return history.list(query, 1).stream().findFirst();
  }

  private static FilterExpression wanted(DeliveryLine line) {
    List<FilterExpression> resources =
        line.events().stream()
            .map(event -> event.subject().gid())
            .filter(gid -> !gid.isEmpty())
            .distinct()
            .limit(MOST_RESOURCES)
            .flatMap(gid -> Stream.of(is(FilterField.RESOURCE, gid), storyOf(gid)))
            .toList();
    return new FilterExpression.And(
        resources.isEmpty()
            ? List.of(is(FilterField.INBOX, line.inbox()), is(FilterField.KIND, line.kind()))
            : List.of(new FilterExpression.Or(resources), is(FilterField.VERDICT, "authentic")));
  }

  private static FilterExpression storyOf(String gid) {
    return new FilterExpression.And(
        List.of(is(FilterField.PARENT, gid), is(FilterField.TYPE, "story")));
  }

  private static FilterExpression is(FilterField field, String value) {
    return new FilterExpression.Is(field, value, false);
  }
}
