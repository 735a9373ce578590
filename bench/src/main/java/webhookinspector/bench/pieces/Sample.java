package webhookinspector.bench.pieces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;
import webhookinspector.trust.Verdict;

/** A delivery of 1.1 KB with four events, as Asana would send it. */
final class Sample {

  static final Secret SECRET =
      Secret.of("b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81");
  static final Body BODY = Body.wrapping(read());
  static final Headers HEADERS =
      Headers.of(
          "Host", "inspector.example.com",
          "User-Agent", "Asana/1.0",
          "Accept-Encoding", "gzip",
          "X-Hook-Signature", Signature.of(SECRET, BODY).hex(),
          "Content-Type", "application/json; charset=UTF-8",
          "Content-Length", String.valueOf(BODY.size()));

  private Sample() {}

  private static byte[] read() {
    try (var in = Sample.class.getResourceAsStream("/receive/body.json")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Judged judged(DeliveryId id) {
    return new Judged(
        id,
        new InboxName("bench"),
        Source.WEBHOOK,
        new Delivery(Instant.parse("2026-11-21T10:11:14Z"), HEADERS, Body.of(BODY.toBytes())),
        Judgement.of(Verdict.of(HEADERS, BODY, SECRET)),
        200);
  }

  static DeliveryLine line() {
    Judged judged = judged(new DeliveryId("01M88AJAGJ59QR0BX6HD4ZVFQC"));
    return Inspector.inspect(new Position(1), judged, "77", Names.none()).line();
  }
}
