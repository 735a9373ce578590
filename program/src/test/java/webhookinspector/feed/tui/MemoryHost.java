package webhookinspector.feed.tui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.tui.model.Host;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;

/** A {@link Host} whose history is a list; a filter is a word of the first event's sentence. */
public final class MemoryHost implements Host {

  public final List<DeliveryLine> history = new ArrayList<>();

  /** How many lines were given out. */
  public int given;

  @Override
  public synchronized Snapshot newest(String filter, int most) {
    List<DeliveryLine> all = matching(filter, null, Long.MAX_VALUE);
    return new Snapshot(end(all, 0, most), all.size());
  }

  @Override
  public synchronized List<DeliveryLine> lines(
      String filter, @Nullable Long after, long before, int skip, int most) {
    return end(matching(filter, after, before), skip, most);
  }

  private List<DeliveryLine> end(List<DeliveryLine> all, int skip, int most) {
    int to = Math.max(0, all.size() - skip);
    List<DeliveryLine> some = List.copyOf(all.subList(Math.max(0, to - most), to));
    given += some.size();
    return some;
  }

  private List<DeliveryLine> matching(String filter, @Nullable Long after, long before) {
    return history.stream()
        .filter(line -> after == null || line.position() > after)
        .filter(line -> line.position() < before)
        .filter(line -> filter.isEmpty() || sentence(line).contains(filter))
        .toList();
  }

  private static String sentence(DeliveryLine line) {
    return line.events().isEmpty() ? "" : line.events().getFirst().sentence();
  }

  private DeliveryLine find(String id) {
    return history.stream()
        .filter(line -> line.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("delivery: " + id + " is not kept"));
  }

  @Override
  public synchronized Details delivery(String id) {
    var headers =
        Headers.of(
            "Host", "127.0.0.1:8090",
            "X-Hook-Signature", "10468027b67df18c739cc4794c6fc2d2806dcaaf2259fc3e1ed9d26433659853",
            "Content-Type", "application/json");
    return new Details(find(id), headers, Body.of("{\"events\":[{\"action\":\"changed\"}]}"));
  }

  @Override
  public synchronized Explanation explain(String id) {
    return Explanation.of(find(id), java.util.Optional.empty(), null);
  }

  @Override
  public synchronized Line.OfAttempt replay(String id, String target) {
    return new Line.OfAttempt(Examples.NOON, id, target, 200, 12, null, "replay", id, null);
  }
}
