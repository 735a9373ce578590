package webhookinspector.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;

/** Deliveries written by hand, each event in a word or two. */
public final class Told {

  public static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");

  private static final Map<String, String> NAMES =
      Map.of("500", "Fix login", "501", "Fix logout", "7", "Ann", "900", "Build board");

  private Told() {}

  /**
   * A delivery that arrives as many seconds after noon as its position says.
   *
   * @param events as {@link #event} makes them
   */
  public static Inspected by(long position, String inbox, boolean believed, String... events) {
    var judgement =
        believed
            ? new Judgement(false, "authentic", "signed", true)
            : new Judgement(false, "forged", "not signed", false);
    var delivery =
        new Delivery(
            NOON.plusSeconds(position),
            Headers.none(),
            Body.of("{\"events\":[" + String.join(",", events) + "]}"));
    var judged =
        new Judged(id(position), new InboxName(inbox), Source.WEBHOOK, delivery, judgement, 200);
    Names names = gid -> Optional.ofNullable(NAMES.get(gid));
    return Inspector.inspect(new Position(position), judged, null, names);
  }

  /** The id of the delivery at a position. */
  public static DeliveryId id(long position) {
    return new DeliveryId("01J00000000000000000%06d".formatted(position));
  }

  /**
   * An event of a task.
   *
   * @param second after noon when it happened; below zero: it does not say
   * @param more members of the event, each behind a comma
   */
  public static String event(String task, String action, int second, String more) {
    String created = second < 0 ? "" : ",\"created_at\":\"" + NOON.plusSeconds(second) + "\"";
    return ("{\"action\":\"%s\",\"user\":{\"gid\":\"7\",\"resource_type\":\"user\"},"
            + "\"resource\":{\"gid\":\"%s\",\"resource_type\":\"task\"}%s%s}")
        .formatted(action, task, created, more);
  }

  /** A change of one field of a task. */
  public static String change(String task, String field, int second) {
    return event(task, "changed", second, ",\"change\":{\"field\":\"" + field + "\"}");
  }

  /** A comment on a task. */
  public static String comment(String story, String task, int second) {
    return ("{\"action\":\"added\",\"resource\":{\"gid\":\"%s\",\"resource_type\":\"story\"},"
            + "\"parent\":{\"gid\":\"%s\",\"resource_type\":\"task\"},\"created_at\":\"%s\"}")
        .formatted(story, task, NOON.plusSeconds(second));
  }

  /** Puts them into a history. */
  public static void into(History history, Inspected... deliveries) {
    List<Inspected> all = List.of(deliveries);
    history.add(all, new Position(all.getLast().line().position()));
  }
}
