package webhookinspector.app;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;
import webhookinspector.feed.tui.model.Host;
import webhookinspector.history.Arrivals;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.history.FilterProblem;
import webhookinspector.history.History;
import webhookinspector.history.Query;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Explanation;
import webhookinspector.inspection.Timeline;
import webhookinspector.web.Admin;
import webhookinspector.web.DeliveryDetail;
import webhookinspector.web.NewReplay;
import webhookinspector.web.Refusal;
import webhookinspector.web.Search;

/** Answers the full-screen view; the program behind it is known once its ports are open. */
final class ViewHost implements Host {

  private static final int MOST_ATTEMPTS = 100;
  private static final int MOST_OF_A_TIMELINE = 200;

  private volatile @Nullable Holder holder;

  void opened(Holder opened) {
    holder = opened;
  }

  private Holder holder() {
    Holder opened = holder;
    if (opened == null) {
      throw Refusal.notPossibleNow("the ports are not open yet", "");
    }
    return opened;
  }

  private Admin admin() {
    return holder().admin();
  }

  private FilterExpression parsed(String filter) {
    try {
      return FilterParser.parse(filter, holder().core().clock().instant());
    } catch (FilterProblem e) {
      throw new BadFilter(e.position(), String.valueOf(e.getMessage()));
    }
  }

  private History history() {
    return holder().core().history();
  }

  @Override
  public Snapshot newest(String filter, int most) {
    FilterExpression matching = parsed(filter);
    Position kept = holder().core().ledger().last();
    boolean whole = !kept.isAfter(history().indexed());
    List<DeliveryLine> lines = history().list(new Query(matching, null, null), most);
    if (lines.size() < most) {
      return new Snapshot(lines, lines.size(), whole);
    }
    var behind = new Position(lines.getLast().position() + 1);
    long count = history().count(new Query(matching, null, behind));
    return new Snapshot(lines, count, whole);
  }

  @Override
  public Optional<BadFilter> check(String filter) {
    try {
      parsed(filter);
      return Optional.empty();
    } catch (BadFilter e) {
      return Optional.of(e);
    }
  }

  @Override
  public List<DeliveryLine> lines(
      String filter, @Nullable Long after, long before, int skip, int most) {
    return admin().deliveries(new Search(filter, after, before, most, skip));
  }

  @Override
  public Optional<Long> next(String filter, String also, long position, boolean newer) {
    FilterExpression list = parsed(filter);
    FilterExpression both = filter.isBlank() ? parsed(also) : parsed("(" + filter + ") " + also);
    var here = new Position(position);
    Query where = newer ? new Query(both, here, null) : new Query(both, null, here);
    long count = newer ? history().count(where) : 1;
    int skip = newer ? Math.toIntExact(Math.max(0, count - 1)) : 0;
    return history().list(where, 1, skip).stream()
        .findFirst()
        .map(found -> history().count(new Query(list, null, new Position(found.position()))));
  }

  @Override
  public long count(String filter) {
    return admin().count(filter);
  }

  @Override
  public List<Long> arrivals(String filter, int minutes) {
    return admin().arrivals(filter, minutes, minutes).stream().map(Arrivals::all).toList();
  }

  @Override
  public Details delivery(String id) {
    DeliveryDetail detail = admin().delivery(id);
    return new Details(detail.line(), detail.headers(), detail.body());
  }

  @Override
  public Explanation explain(String id) {
    return admin().explain(id);
  }

  @Override
  public List<Line.OfAttempt> attempts(String id) {
    return admin().attempts(id, MOST_ATTEMPTS).stream().map(AttemptLine::of).toList();
  }

  @Override
  public Difference difference(String first, String second) {
    return admin().finding().difference(first, second);
  }

  @Override
  public Timeline timeline(String gid) {
    return admin().finding().timeline(gid, null, MOST_OF_A_TIMELINE);
  }

  @Override
  public Exported export(List<String> ids, String filter, String file, boolean redact) {
    String wanted =
        ids.isEmpty() ? filter : ids.stream().map(id -> "id=" + id).collect(joining(" or "));
    return ViewExport.write(admin().carrying(), wanted, file, redact);
  }

  @Override
  public Line.OfAttempt replay(String id, String target) {
    return admin().replay(id, target);
  }

  @Override
  public void replay(List<String> ids, String filter, String target) {
    String found = ids.isEmpty() ? filter : null;
    admin()
        .replaying()
        .begin(new NewReplay(target, ids, found, null, 1, false, 0, null, null, false));
  }

  @Override
  public DeliveryLine pin(String id, boolean pinned) {
    return admin().markings().pin(id, pinned);
  }

  @Override
  public List<Line.OfAlert> alerts(int most) {
    return admin().alerts(most);
  }

  @Override
  public Health health() {
    return ViewHealth.of(admin().health());
  }
}
