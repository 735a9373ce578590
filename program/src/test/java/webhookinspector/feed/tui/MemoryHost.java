package webhookinspector.feed.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.event.Ref;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.tui.model.Host;
import webhookinspector.inbox.Marking;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.inspection.Timeline;

/** A {@link Host} whose history is a list; a filter is a word of the first event's sentence. */
public final class MemoryHost implements Host {

  public final List<DeliveryLine> history = new ArrayList<>();

  /** Whether the history has all that was kept. */
  public boolean whole = true;

  public final List<Line.OfAttempt> attempts = new ArrayList<>();
  public Health health = Health.UNKNOWN;

  /** What was asked to be sent again last. */
  public String replayed = "";

  /** What was asked to be exported last. */
  public String exported = "";

  /** How many lines were given out. */
  public int given;

  @Override
  public synchronized Snapshot newest(String filter, int most) {
    check(filter)
        .ifPresent(
            problem -> {
              throw problem;
            });
    List<DeliveryLine> all = matching(filter, null, Long.MAX_VALUE);
    return new Snapshot(end(all, 0, most), all.size(), whole);
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
    return Explanation.of(find(id), Optional.empty(), null, null, List.of());
  }

  @Override
  public Optional<BadFilter> check(String filter) {
    int off = filter.indexOf("actoin");
    return off < 0
        ? Optional.empty()
        : Optional.of(
            new BadFilter(
                off + 1,
                "filter: position " + (off + 1) + ": actoin (expected: a field such as action)"));
  }

  @Override
  public synchronized Optional<Long> next(
      String filter, String also, long position, boolean newer) {
    List<DeliveryLine> all = matching(filter, null, Long.MAX_VALUE);
    return all.stream()
        .filter(line -> newer ? line.position() > position : line.position() < position)
        .filter(line -> line.answer() != 200)
        .reduce((first, second) -> newer ? first : second)
        .map(line -> (long) all.indexOf(line));
  }

  @Override
  public synchronized long count(String filter) {
    return history.size();
  }

  @Override
  public List<Long> arrivals(String filter, int minutes) {
    return LongStream.range(0, minutes).map(i -> i * i % 17).boxed().toList();
  }

  @Override
  public synchronized List<Line.OfAttempt> attempts(String id) {
    return List.copyOf(attempts);
  }

  @Override
  public synchronized Difference difference(String first, String second) {
    DeliveryLine b = find(second);
    DeliveryLine a = first.equals("previous") ? history.getFirst() : find(first);
    var none = Headers.none();
    return Difference.between(
        new Difference.Side(a, none, Body.of("{\"events\":[]}")),
        new Difference.Side(b, none, Body.of("{\"events\":[],\"more\":1}")));
  }

  @Override
  public synchronized Timeline timeline(String gid) {
    List<Timeline.Entry> entries = new ArrayList<>();
    for (DeliveryLine line : history) {
      line.events().stream()
          .filter(event -> event.subject().gid().equals(gid))
          .map(event -> happened(line, event))
          .forEach(entries::add);
    }
    entries.add(new Timeline.Missing(Examples.gap("the token had expired")));
    int events = entries.size() - 1;
    var thing = new Ref(gid, "task", null, "Fix login");
    return new Timeline(thing, entries, null, events, events + 1L, 2, true);
  }

  private static Timeline.Happened happened(DeliveryLine line, EventLine event) {
    var sent =
        new Timeline.Sent(
            line.id(), Examples.NOON, "http://localhost:3000/hook", 204, 12, null, "replay", "ok");
    Timeline.Telling told = Timeline.Telling.of(line);
    return new Timeline.Happened(line.receivedAt(), event, List.of(told, told), 2, List.of(sent));
  }

  @Override
  public synchronized Exported export(
      List<String> ids, String filter, String file, boolean redact) {
    exported = ids.size() + " of '" + filter + "' " + file + (redact ? " redacted" : "");
    return new Exported(ids.isEmpty() ? history.size() : ids.size(), 0, "/tmp/" + file);
  }

  @Override
  public synchronized Line.OfAttempt replay(String id, String target) {
    var attempt = new Line.OfAttempt(Examples.NOON, id, target, 204, 12, null, "replay", id, null);
    attempts.add(attempt);
    return attempt;
  }

  @Override
  public synchronized void replay(List<String> ids, String filter, String target) {
    replayed = ids + " " + filter + " " + target;
  }

  @Override
  public synchronized DeliveryLine pin(String id, boolean pinned) {
    DeliveryLine line = find(id).marked(new Marking(pinned, null));
    history.replaceAll(old -> old.id().equals(id) ? line : old);
    return line;
  }

  @Override
  public List<Line.OfAlert> alerts(int most) {
    return List.of(
        new Line.OfAlert(Examples.NOON, "build-board", "silent", "the heartbeat is overdue"));
  }

  @Override
  public Health health() {
    return health;
  }
}
