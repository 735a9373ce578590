package webhookinspector.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.PastDeliveries;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;
import webhookinspector.trust.Verdict;

/**
 * A data folder with an inbox and a past: what a team at work would have caused up to now, a
 * heartbeat every 8 h, now and then a repeat or a forgery. Written straight into the ledger.
 */
final class Stock {

  static final Secret SECRET = Secret.of("b537207f20cbfa02357cf448134da559");
  static final InboxKey KEY = InboxKey.random(new Random(1));

  private static final InboxName INBOX = new InboxName("build-board");
  private static final Duration APART = Duration.ofSeconds(4);
  private static final Duration HEARTBEATS_APART = Duration.ofHours(8);
  private static final int BATCH = 500;

  private final Random random = new Random(11);
  private final List<Judged> batch = new ArrayList<>();
  private Instant now;
  private Instant heartbeatDue;
  private final DeliveryIds ids = new DeliveryIds(() -> now, random);

  private Stock(Instant start) {
    this.now = start;
    this.heartbeatDue = start;
  }

  /** Makes the folder; nobody may hold it yet. */
  static void lay(Path data, int deliveries) throws IOException {
    Files.createDirectories(data);
    Files.createFile(data.resolve("lock")); // what tells our folder from a stranger's
    try (var registry = SqliteRegistry.open(data.resolve("registry.db"))) {
      registry.save(new Inbox(INBOX, KEY, Secrets.settled(SECRET), null));
    }
    try (var ledger =
        SqliteLedger.open(
            data.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.system())) {
      new Stock(Instant.now().minus(APART.multipliedBy(deliveries))).fill(ledger, deliveries);
    }
  }

  private void fill(SqliteLedger ledger, int deliveries) {
    Iterator<Delivery> past = PastDeliveries.of(7, SECRET, now, Long.MAX_VALUE).iterator();
    Delivery last = past.next();
    for (int i = 0; i < deliveries; i++) {
      Delivery next = i % 211 == 210 ? again(last) : i % 97 == 96 ? forged(last) : past.next();
      last = i % 211 == 210 || i % 97 == 96 ? last : next;
      now = next.receivedAt();
      if (!now.isBefore(heartbeatDue)) {
        heartbeatDue = now.plus(HEARTBEATS_APART);
        add(ledger, signed(Body.of("{\"events\":[]}")));
      }
      add(ledger, next);
    }
    ledger.appendAll(batch);
  }

  private void add(SqliteLedger ledger, Delivery delivery) {
    Verdict verdict = Verdict.of(delivery.headers(), delivery.body(), SECRET);
    int answer = verdict.believable() ? 200 : 401;
    batch.add(
        new Judged(ids.next(), INBOX, Source.WEBHOOK, delivery, Judgement.of(verdict), answer));
    if (batch.size() == BATCH) {
      ledger.appendAll(batch);
      batch.clear();
    }
  }

  private static Delivery again(Delivery last) {
    return new Delivery(last.receivedAt().plusSeconds(1), last.headers(), last.body());
  }

  private static Delivery forged(Delivery last) {
    var headers = Headers.of("Content-Type", "application/json", Signature.HEADER, "0".repeat(64));
    return new Delivery(last.receivedAt().plusSeconds(1), headers, last.body());
  }

  private Delivery signed(Body body) {
    String signature = Signature.of(SECRET, body).hex();
    return new Delivery(
        now, Headers.of("Content-Type", "application/json", Signature.HEADER, signature), body);
  }
}
