package webhookinspector.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.export.Export;
import webhookinspector.export.ExportFormat;
import webhookinspector.export.ExportReport;
import webhookinspector.export.ExportWish;
import webhookinspector.feed.Broadcast;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.Query;
import webhookinspector.history.sqlite.SqliteHistory;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Source;
import webhookinspector.indexer.Indexer;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Names;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;
import webhookinspector.trust.Verdict;

/** Ledger, registry and history of one folder, to export from and to import into. */
public final class Shelf implements AutoCloseable {

  public static final Secret SECRET = Secret.of("canary-b537207f20cbfa02357cf448134da559");
  public static final InboxName ADS = new InboxName("ads");
  public static final Instant NOON = Instant.parse("2026-06-12T12:00:00.123456789Z");

  public final SqliteLedger ledger;
  public final SqliteRegistry registry;
  public final SqliteHistory history;
  private final Broadcast feed = new Broadcast();
  private final Indexer indexer;
  private final Random random;
  private final DeliveryIds ids;

  public Shelf(Path folder, long seed) {
    random = new Random(seed);
    ids = new DeliveryIds(() -> NOON.plusMillis(random.nextInt(60_000)), random);
    ledger =
        SqliteLedger.open(
            folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.system());
    registry = SqliteRegistry.open(folder.resolve("registry.db"));
    history = SqliteHistory.open(folder.resolve("history.db"));
    indexer =
        new Indexer(
            ledger,
            history,
            feed,
            name -> Optional.empty(),
            Names.none(),
            registry::marking,
            trouble -> {});
    indexer.start();
  }

  /** With the inbox that {@link #received} deliveries came to, and its secret. */
  public Shelf withInbox() {
    registry.save(inbox());
    return this;
  }

  public Inbox inbox() {
    return new Inbox(ADS, InboxKey.random(new Random(5)), Secrets.settled(SECRET), null);
  }

  /** A body arrives, signed as Asana would. */
  public Judged received(byte[] body) {
    Body bytes = Body.of(body);
    return received(
        Headers.of(
            "Host", "example.test",
            "X-Hook-Signature", Signature.of(SECRET, bytes).hex(),
            "x-odd", "é ü: \t;",
            "X-Odd", ""),
        bytes);
  }

  public Judged received(String body) {
    return received(body.getBytes(StandardCharsets.UTF_8));
  }

  public Judged received(Headers headers, Body body) {
    Judgement judgement = Judgement.of(Verdict.of(headers, body, SECRET));
    var delivery = new Delivery(NOON.plusNanos(random.nextInt(1_000_000_000)), headers, body);
    int answer = judgement.believable() ? 200 : 401;
    var judged = new Judged(ids.next(), ADS, Source.WEBHOOK, delivery, judgement, answer);
    ledger.append(judged);
    return judged;
  }

  public void indexed() {
    try {
      if (!indexer.awaitIndexed(Duration.ofSeconds(60))) {
        throw new AssertionError("not indexed in a minute");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** All that is there, oldest first. */
  public List<DeliveryLine> lines() {
    indexed();
    return history.list(Query.ALL, 10_000);
  }

  public byte[] export(ExportFormat format, boolean redact, boolean keepSignatures) {
    indexed();
    var out = new ByteArrayOutputStream();
    try {
      ExportReport report =
          new Export(history, ledger, registry::marking, random)
              .write(new ExportWish(FilterExpression.ALL, format, redact, keepSignatures), out);
      if (!report.leftOut().isEmpty()) {
        throw new AssertionError(report.leftOut());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  /** Everything that a file can hold. */
  public byte[] exportWhole() {
    return export(ExportFormat.JSONL, false, true);
  }

  public String exportText(ExportFormat format) {
    return new String(export(format, false, false), StandardCharsets.UTF_8);
  }

  public ImportReport take(byte[] file) throws IOException {
    return take(file, wish(null));
  }

  public ImportReport take(byte[] file, ImportWish wish) throws IOException {
    return new Importer(ledger, registry).take(() -> new ByteArrayInputStream(file), wish);
  }

  public static ImportWish wish(@Nullable FileForm form) {
    return new ImportWish(
        form, new InboxName("imported"), NOON, Headers.none(), null, false, false, Limits.DEFAULTS);
  }

  public static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    indexer.close();
    feed.close();
    history.close();
    registry.close();
    ledger.close();
  }
}
