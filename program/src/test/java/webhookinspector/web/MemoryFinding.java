package webhookinspector.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.feed.Examples;
import webhookinspector.history.Known;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Excerpt;
import webhookinspector.inspection.Hit;
import webhookinspector.inspection.Timeline;

/** A {@link Finding} over the lines of a {@link MemoryAdmin}. */
final class MemoryFinding implements Finding {

  private final MemoryAdmin admin;

  MemoryFinding(MemoryAdmin admin) {
    this.admin = admin;
  }

  @Override
  public Hits search(Search search) {
    var excerpt = new Excerpt("body", "…{\"name\":\"", "Fix \u202E", "login\"…");
    return new Hits(
        admin.deliveries(search).reversed().stream()
            .map(line -> new Hit(line, List.of(excerpt)))
            .toList(),
        List.of("fix \u202E"));
  }

  @Override
  public Difference difference(String a, String b) {
    return Difference.between(side(a.equals(PREVIOUS) ? b : a), side(b));
  }

  @Override
  public Optional<DeliveryLine> previous(String name) {
    return Optional.of(admin.delivery(name).line()).filter(line -> line.position() != 1);
  }

  @Override
  public List<Known> things(String words, int limit) {
    Ref thing = new Ref(words, "task", "default_task", "Fix login");
    return List.of(new Known(thing, 3, 7L), new Known(Ref.of("2", "project"), 0, null));
  }

  @Override
  public Timeline timeline(String gid, @Nullable String before, int limit) {
    DeliveryLine line = Examples.completed(limit);
    var told = List.of(Timeline.Telling.of(line), Timeline.Telling.of(Examples.completed(9)));
    var sent =
        List.of(
            new Timeline.Sent(line.id(), Examples.NOON, "http://a/", 204, 7, null, "replay", "{}"),
            new Timeline.Sent(
                line.id(), Examples.NOON, "http://b/", null, 9, "reset", "forward", null));
    var gap =
        new Gap(
            "g", Examples.NOON, "stream-expired", null, gid, Examples.NOON, null, "token expired");
    Timeline.Place older =
        before == null ? null : Timeline.Place.parse(before).orElseThrow(() -> odd(before));
    return new Timeline(
        new Ref(gid, "task", null, "Fix login"),
        List.of(
            new Timeline.Happened(Examples.NOON, line.events().getFirst(), told, 5, sent),
            new Timeline.Missing(gap)),
        older,
        12,
        15,
        2,
        false);
  }

  private static Refusal odd(String before) {
    return Refusal.badInput("before: " + before + " (expected: a place)", "");
  }

  private Difference.Side side(String id) {
    DeliveryDetail detail = admin.delivery(id);
    return new Difference.Side(detail.line(), detail.headers(), detail.body());
  }
}
