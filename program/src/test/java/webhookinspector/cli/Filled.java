package webhookinspector.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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

/**
 * A data folder in which known deliveries lie, 100 ms apart: a handshake at 1, a heartbeat at 2,
 * then completed tasks. Those to {@code board} can be signed anew, those to {@code gone} cannot,
 * for that inbox was closed.
 */
final class Filled {

  static final Secret SECRET = Secret.of("b537207f20cbfa02357cf448134da559");

  private Filled() {}

  /** With the handshake, the heartbeat and so many tasks, the last of them to {@code gone}. */
  static void folder(Path data, int tasks) {
    try {
      Files.createDirectories(data);
      Files.createFile(data.resolve("lock")); // what tells our folder from a stranger's
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var random = new Random(7);
    Instant start = Instant.now().minusSeconds(60);
    var ids = new DeliveryIds(() -> start, random);
    try (var registry = SqliteRegistry.open(data.resolve("registry.db"));
        var ledger =
            SqliteLedger.open(
                data.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.system())) {
      registry.save(
          new Inbox(
              new InboxName("board"), InboxKey.random(random), Secrets.settled(SECRET), null));
      for (int i = 0; i < tasks + 2; i++) {
        var inbox = new InboxName(i == tasks + 1 ? "gone" : "board");
        String body = i == 0 ? "" : i == 1 ? "{\"events\":[]}" : completed(i);
        ledger.append(judged(ids, inbox, start.plusMillis(100L * i), i == 0, body));
      }
    }
  }

  private static Judged judged(
      DeliveryIds ids, InboxName inbox, Instant at, boolean handshake, String text) {
    Body body = Body.of(text);
    var headers =
        handshake
            ? Headers.of("X-Hook-Secret", "fingerprint")
            : Headers.of(
                "Content-Type",
                "application/json",
                Signature.HEADER,
                Signature.of(SECRET, body).hex());
    var judgement = new Judgement(handshake, handshake ? "pending" : "authentic", "signed", true);
    return new Judged(
        ids.next(), inbox, Source.WEBHOOK, new Delivery(at, headers, body), judgement, 200);
  }

  private static String completed(int number) {
    return "{\"events\":[{\"action\":\"changed\",\"resource\":{\"gid\":\"12000000000000"
        + number
        + "\",\"resource_type\":\"task\"},\"change\":{\"field\":\"completed\",\"action\":\"changed\"}}]}";
  }
}
