package webhookinspector.fuzz;

import java.time.Instant;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Harmless;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;

/** A body, from its bytes to the sentences that a person reads. */
public final class EventsBody {

  private static final Judgement AUTHENTIC = new Judgement(false, "authentic", "", true);

  private EventsBody() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    var delivery = new Delivery(Instant.EPOCH, Headers.none(), Body.wrapping(data.clone()));
    var judged =
        new Judged(
            new DeliveryId("01J00000000000000000000000"),
            new InboxName("fuzz"),
            Source.WEBHOOK,
            delivery,
            AUTHENTIC,
            200);
    Inspected inspected = Inspector.inspect(new Position(1), judged, null, Names.none());
    Promise.that(inspected.line().size() == data.length, "a line tells the body's size");
    for (EventLine event : inspected.line().events()) {
      String shown = Harmless.text(event.sentence());
      Promise.that(shown.chars().noneMatch(EventsBody::steers), "nothing steers a terminal");
    }
  }

  private static boolean steers(int c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e);
  }
}
