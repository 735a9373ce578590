package webhookinspector.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import webhookinspector.feed.Line;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.history.History;
import webhookinspector.history.Query;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/** Tells the {@link Watch} what arrives, and what had arrived before the start. */
public final class Hearing implements Consumer<Line> {

  /** Deliveries of each inbox that are read at the start: enough for percentiles. */
  private static final int REMEMBERED = 200;

  private final Watch watch;

  public Hearing(Watch watch) {
    this.watch = watch;
  }

  /** A line that the feed is told, too; other lines than deliveries mean nothing here. */
  @Override
  public void accept(Line line) {
    if (line instanceof Line.OfDelivery(DeliveryLine delivery)) {
      hear(delivery);
    }
  }

  private void hear(DeliveryLine delivery) {
    boolean fromAsana =
        delivery.type().equals("delivery")
            && delivery.verdict().equals("authentic")
            && delivery.source().equals(Source.WEBHOOK.word());
    if (fromAsana) {
      var inbox = new InboxName(delivery.inbox());
      watch.heard(inbox, delivery.receivedAt());
      if (delivery.repeatOf() == null) {
        delivery.events().forEach(event -> hear(inbox, event, delivery.receivedAt()));
      }
    }
  }

  private void hear(InboxName inbox, EventLine event, Instant receivedAt) {
    if (event.createdAt() != null) {
      watch.late(inbox, Duration.between(event.createdAt(), receivedAt));
    }
  }

  /** What arrived last at each inbox, by the history. To be called once. */
  public void remember(History history) {
    for (Inbox inbox : watch.watched()) {
      FilterExpression filter =
          FilterParser.parse("inbox=" + inbox.name() + " verdict=authentic", Instant.EPOCH);
      List<DeliveryLine> last = history.list(new Query(filter, null, null), REMEMBERED);
      last.forEach(this::hear);
    }
  }
}
