package webhookinspector.checks.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;
import webhookinspector.trust.Verdict;

/** A data folder with deliveries of every kind in it, written straight into its ledger. */
final class SampleFolder {

  static final Secret SECRET = Secret.of("b537207f20cbfa02357cf448134da559");
  static final InboxName INBOX = new InboxName("ads");
  static final InboxKey KEY = InboxKey.random(new Random(1));

  private static final int BATCH = 500;

  private final Random random = new Random(11);
  private final InstantSource clock = this::next;
  private final DeliveryIds ids = new DeliveryIds(clock, random);
  private Instant now = Instant.parse("2026-06-12T08:00:00Z");

  private SampleFolder() {}

  private Instant next() {
    now = now.plusNanos(1 + random.nextInt(2_000_000_000));
    return now;
  }

  /** Makes the folder and its inbox, and no delivery. */
  static void prepare(Path data) throws IOException {
    Files.createDirectories(data);
    Files.createFile(data.resolve("lock")); // what tells our folder from a stranger's
    try (var registry = SqliteRegistry.open(data.resolve("registry.db"))) {
      registry.save(new Inbox(INBOX, KEY, Secrets.settled(SECRET), null));
    }
  }

  /** Fills a prepared folder. */
  static void fill(Path data, int deliveries) {
    var sample = new SampleFolder();
    var settings = LedgerSettings.DEFAULTS;
    try (var ledger =
        SqliteLedger.open(data.resolve("ledger.db"), settings, InstantSource.system())) {
      List<Judged> batch = new ArrayList<>();
      for (int i = 0; i < deliveries; i++) {
        batch.add(sample.delivery(i));
        if (batch.size() == BATCH || i == deliveries - 1) {
          ledger.appendAll(batch);
          batch.clear();
        }
      }
    }
  }

  private Judged delivery(int number) {
    Body body = body(number);
    Headers headers =
        Headers.of(
            "Host", "inspector.example.com",
            "x-forwarded-For", "52.1.2.3",
            "X-Hook-Signature", Signature.of(SECRET, body).hex(),
            "Content-Type", "application/json",
            "content-type", "é ü \t;",
            "Content-Length", Integer.toString(body.size()));
    var delivery = new Delivery(next(), headers, body);
    return new Judged(
        ids.next(),
        INBOX,
        Source.WEBHOOK,
        delivery,
        Judgement.of(Verdict.of(headers, body, SECRET)),
        200);
  }

  private Body body(int number) {
    return switch (number % 20) {
      case 0 -> Body.of("{\"events\":[]}");
      case 1 -> {
        byte[] bytes = new byte[random.nextInt(1_500)];
        random.nextBytes(bytes);
        yield Body.wrapping(bytes);
      }
      default -> Body.of(events(1 + random.nextInt(3)));
    };
  }

  private String events(int count) {
    var events = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      events.add(
          "{\"user\":{\"gid\":\"12000000000%05d\",\"resource_type\":\"user\"},"
                  .formatted(random.nextInt(500))
              + "\"created_at\":\"2026-06-12T08:00:00.123Z\",\"action\":\"changed\","
              + "\"resource\":{\"gid\":\"1200000%09d\",\"resource_type\":\"task\","
                  .formatted(random.nextInt(1_000_000_000))
              + "\"resource_subtype\":\"default_task\",\"name\":\"Größe “prüfen” 🚀\"},"
              + "\"parent\":null,\"change\":{\"field\":\"due_on\",\"action\":\"changed\"}}");
    }
    return "{\"events\":[" + String.join(",", events) + "]}";
  }
}
