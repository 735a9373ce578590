package webhookinspector.checks.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.history.History;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;
import webhookinspector.simulator.PastDeliveries;
import webhookinspector.trust.Secret;

/**
 * Fills a history as a team at work would: mostly events, some heartbeats, some of what nobody may
 * believe, five inboxes; and one task that changes all the time.
 */
final class LongHistory {

  static final String BUSY_TASK = "1200000000000042";

  private static final Instant START = Instant.parse("2026-06-12T08:00:00Z");
  private static final Secret SECRET = Secret.of("b537207f20cbfa02357cf448134da559");
  private static final int BATCH = 2_000;
  private static final int SAMPLES = 2_000;

  private final Random random = new Random(11);
  private final List<Inspected> samples = new ArrayList<>();
  private Instant now = START;
  private final DeliveryIds ids = new DeliveryIds(() -> now, random);
  private final int every;
  private long position;
  private int busy;

  /**
   * @param deliveries in all
   * @param busy how many of them tell of {@link #BUSY_TASK}
   */
  private LongHistory(int deliveries, int busy) {
    this.busy = busy;
    this.every = deliveries / busy;
  }

  /** Some deliveries of a filled history, spread over all of it. */
  static List<Inspected> fill(History history, int deliveries, int busy) {
    var filling = new LongHistory(deliveries, busy);
    Iterator<Delivery> past = PastDeliveries.of(7, SECRET, START, Long.MAX_VALUE).iterator();
    var batch = new ArrayList<Inspected>(BATCH);
    for (int n = 0; n < deliveries; n++) {
      batch.add(filling.next(n, past));
      if (batch.size() == BATCH || n == deliveries - 1) {
        history.add(batch, new Position(filling.position));
        batch.clear();
      }
    }
    return filling.samples;
  }

  private Inspected next(int n, Iterator<Delivery> past) {
    Delivery delivery = n % every == 0 && busy-- > 0 ? busy() : other(past);
    now = delivery.receivedAt();
    position++;
    var judged =
        new Judged(
            ids.next(),
            new InboxName("board-" + random.nextInt(5)),
            Source.WEBHOOK,
            delivery,
            judgement(),
            random.nextInt(50) == 0 ? 401 : 200);
    Inspected inspected = Inspector.inspect(new Position(position), judged, "77", Names.none());
    if (samples.size() < SAMPLES && random.nextInt(1 + n / SAMPLES) == 0) {
      samples.add(inspected);
    }
    return inspected;
  }

  private Delivery other(Iterator<Delivery> past) {
    return random.nextInt(25) == 0
        ? new Delivery(now.plusSeconds(1), Headers.none(), Body.of("{\"events\":[]}"))
        : past.next();
  }

  private Delivery busy() {
    Instant at = now.plus(Duration.ofMillis(300));
    String event =
        "{\"action\":\"changed\",\"user\":{\"gid\":\"1100000000000007\",\"resource_type\":\"user\"},"
            + "\"resource\":{\"gid\":\"%s\",\"resource_type\":\"task\"},\"parent\":null,"
                .formatted(BUSY_TASK)
            + "\"created_at\":\"%s\",\"change\":{\"field\":\"notes\",\"action\":\"changed\"}}"
                .formatted(now);
    return new Delivery(at, Headers.none(), Body.of("{\"events\":[" + event + "]}"));
  }

  private Judgement judgement() {
    return random.nextInt(40) == 0
        ? new Judgement(false, "forged", "the signature does not match", false)
        : new Judgement(false, "authentic", "signed with this inbox's secret (abc)", true);
  }
}
