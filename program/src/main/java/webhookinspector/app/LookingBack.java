package webhookinspector.app;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.finding.Previous;
import webhookinspector.finding.Searching;
import webhookinspector.finding.Things;
import webhookinspector.finding.Timelines;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.Known;
import webhookinspector.history.Query;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Timeline;
import webhookinspector.web.DeliveryDetail;
import webhookinspector.web.Finding;
import webhookinspector.web.Hits;
import webhookinspector.web.Refusal;
import webhookinspector.web.Search;

/** {@link Finding} over the folder's own files. */
final class LookingBack implements Finding {

  private final KeptDeliveries kept;
  private final Searching searching;
  private final Previous previous;
  private final Things things;
  private final Timelines timelines;

  LookingBack(Core core, KeptDeliveries kept) {
    this.kept = kept;
    this.searching = new Searching(core.history(), core.ledger());
    this.previous = new Previous(core.history());
    this.things = new Things(core.history());
    this.timelines = new Timelines(core.history(), core.registry(), core.outbox());
  }

  @Override
  public Hits search(Search search) {
    Query query = kept.query(search);
    return new Hits(
        searching.hits(query, search.limit(), search.skip()),
        FilterExpression.words(query.filter()));
  }

  @Override
  public Difference difference(String a, String b) {
    DeliveryDetail second = named(b);
    DeliveryDetail first = a.equals(PREVIOUS) ? before(second.line()) : named(a);
    return Difference.between(side(first), side(second));
  }

  @Override
  public List<Known> things(String words, int limit) {
    return things.meant(words, limit);
  }

  @Override
  public Timeline timeline(String gid, @Nullable String before, int limit) {
    if (limit < 1 || limit > MOST_EVENTS) {
      throw Refusal.badInput("limit: " + limit + " (expected: 1 to " + MOST_EVENTS + ")", "");
    }
    return timelines.of(Finding.gid(gid), before == null ? null : place(before), limit);
  }

  private static Timeline.Place place(String text) {
    return Timeline.Place.parse(text)
        .orElseThrow(
            () ->
                Refusal.badInput(
                    "before: " + text + " (expected: a place)",
                    "Take it from `older` of an earlier answer."));
  }

  private DeliveryDetail named(String name) {
    return kept.find(kept.line(name).id());
  }

  @Override
  public Optional<DeliveryLine> previous(String name) {
    return previous.of(kept.line(name));
  }

  private DeliveryDetail before(DeliveryLine line) {
    return previous
        .of(line)
        .map(found -> kept.find(found.id()))
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "delivery: "
                        + line.id()
                        + " is the first about its resource"
                        + " (expected: one with another before it)",
                    "Name the other one yourself; `inspector list` shows them."));
  }

  private static Difference.Side side(DeliveryDetail detail) {
    return new Difference.Side(detail.line(), detail.headers(), detail.body());
  }
}
