package webhookinspector.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;
import webhookinspector.feed.tui.model.Host;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.history.Query;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.web.Admin;
import webhookinspector.web.DeliveryDetail;
import webhookinspector.web.Refusal;
import webhookinspector.web.Search;

/** Answers the full-screen view; the program behind it is known once its ports are open. */
final class ViewHost implements Host {

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

  @Override
  public Snapshot newest(String filter, int most) {
    List<DeliveryLine> lines = admin().deliveries(new Search(filter, null, null, most));
    if (lines.size() < most) {
      return new Snapshot(lines, lines.size());
    }
    Core core = holder().core();
    FilterExpression matching = FilterParser.parse(filter, core.clock().instant());
    var behind = new Position(lines.getLast().position() + 1);
    return new Snapshot(lines, core.history().count(new Query(matching, null, behind)));
  }

  @Override
  public List<DeliveryLine> lines(
      String filter, @Nullable Long after, long before, int skip, int most) {
    return admin().deliveries(new Search(filter, after, before, most, skip));
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
  public Line.OfAttempt replay(String id, String target) {
    return admin().replay(id, target);
  }
}
