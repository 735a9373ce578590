package webhookinspector.checks.sending;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.trust.Signature;

/** Deliveries that lie in a data folder as if they had come one by one, so much apart. */
final class SpacedDeliveries {

  private static final Instant START = Instant.parse("2026-06-12T08:00:00Z");

  private SpacedDeliveries() {}

  /** Keeps them; their ids, in the order in which they came. */
  static List<String> keep(Path data, int count, Duration apart) throws Exception {
    var ids = new DeliveryIds(() -> START, new Random(5));
    var all = new ArrayList<Judged>(count);
    for (int i = 0; i < count; i++) {
      all.add(judged(ids, START.plus(apart.multipliedBy(i)), i));
    }
    try (var ledger =
            SqliteLedger.open(
                data.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.system());
        var together = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Object>> work =
          all.stream().map(one -> (Callable<Object>) () -> ledger.append(one)).toList();
      for (int from = 0; from < count; from += 500) {
        for (var kept : together.invokeAll(work.subList(from, Math.min(count, from + 500)))) {
          kept.get();
        }
      }
    }
    return all.stream().map(judged -> judged.id().text()).toList();
  }

  private static Judged judged(DeliveryIds ids, Instant at, int number) {
    Body body = Body.of("{\"events\":[],\"number\":" + number + "}");
    String signature = Signature.of(ReceiverProcess.SECRET, body).hex();
    var headers = Headers.of("Content-Type", "application/json", Signature.HEADER, signature);
    return new Judged(
        ids.next(),
        new InboxName("ads"),
        Source.WEBHOOK,
        new Delivery(at, headers, body),
        new Judgement(false, "authentic", "signed", true),
        200);
  }
}
