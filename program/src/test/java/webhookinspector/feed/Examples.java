package webhookinspector.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/** Lines that tests show, send and read. */
public final class Examples {

  public static final Instant NOON = Instant.parse("2026-06-12T12:00:00.318Z");

  private Examples() {}

  /** An authentic delivery with one event that completes a task. */
  public static DeliveryLine delivery(long position, EventLine... events) {
    return line(position, "delivery", "events", "authentic", null, events);
  }

  public static DeliveryLine completed(long position) {
    return delivery(position, event("Ann completed “Fix login”", 2_100));
  }

  public static DeliveryLine heartbeat(long position) {
    return line(position, "delivery", "heartbeat", "authentic", null);
  }

  public static DeliveryLine handshake(long position) {
    return line(position, "handshake", "handshake", "pending", null);
  }

  public static DeliveryLine forged(long position) {
    return line(position, "delivery", "events", "forged", null, event("Eve deleted everything", 0));
  }

  public static DeliveryLine line(
      long position,
      String type,
      String kind,
      String verdict,
      @Nullable String repeatOf,
      EventLine... events) {
    boolean believed = List.of("authentic", "accepted", "pending").contains(verdict);
    return new DeliveryLine(
        type,
        id(position),
        position,
        "build-board",
        "1200000000000900",
        "webhook",
        NOON.plusMillis(position * 1_000),
        kind,
        verdict,
        because(verdict),
        type.equals("handshake") ? 0 : 13 + 320 * events.length,
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        believed ? 200 : 401,
        repeatOf,
        List.of(events));
  }

  public static String id(long position) {
    return "01J9ZZZZZZ%016d".formatted(position);
  }

  private static String because(String verdict) {
    return switch (verdict) {
      case "authentic" -> "signed with this inbox's secret (0f1e2d3c4b5a)";
      case "forged" -> "the signature does not match this inbox's secret";
      case "unsigned" -> "there is no X-Hook-Signature header; Asana signs every delivery";
      case "nosecret" -> "no handshake has given this inbox a secret yet";
      case "pending" -> "a create call is open; secret 0f1e2d3c4b5a waits for it";
      case "accepted" -> "repeats this inbox's secret (0f1e2d3c4b5a)";
      default -> "this inbox has its secret; a stranger offered another one";
    };
  }

  /**
   * @param lag milliseconds between the event and the arrival of the delivery at position 1
   */
  public static EventLine event(String sentence, long lag) {
    return new EventLine(
        "changed",
        new Ref("1200000000000555", "task", "default_task", null),
        null,
        Ref.of("1200000000000007", "user"),
        "completed",
        NOON.plusMillis(1_000 - lag),
        sentence);
  }

  public static Line.OfDelivery told(DeliveryLine line) {
    return new Line.OfDelivery(line);
  }

  /** A gap that began a minute before noon, was noticed 12 s after it, and lasts. */
  public static Gap gap(String cause) {
    Instant noticed = NOON.plusSeconds(12);
    Instant from = NOON.minusSeconds(60);
    return new Gap(id(12), noticed, "stream-expired", null, "1200", from, null, cause);
  }

  public static Opening opening() {
    return new Opening(
        "demo",
        List.of("project Build board"),
        new Opening.Ready(
            URI.create("http://127.0.0.1:8090"),
            URI.create("http://127.0.0.1:8091"),
            URI.create("http://127.0.0.1:8091/?key=abcdefghijklmnopqrstuvwxyz"),
            null,
            123),
        "~/.local/share/webhook-inspector",
        "a small team works in a local Asana; nothing leaves this machine");
  }
}
