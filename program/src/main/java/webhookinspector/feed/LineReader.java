package webhookinspector.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.InboxName;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/** Reads what {@link LineJson} writes; passes over names that it does not know. */
public final class LineReader {

  private static final JsonMapper JSON = new JsonMapper();

  private LineReader() {}

  /**
   * One line.
   *
   * @throws IllegalArgumentException if it is none of ours
   */
  public static Line read(String json) {
    JsonNode line = parse(json);
    return switch (text(line, "type")) {
      case "delivery", "handshake" -> new Line.OfDelivery(delivery(line));
      case "alert" -> alert(line);
      case "state" -> new Line.OfState(time(line, "at"), state(line));
      case "gap" -> new Line.OfGap(gap(line));
      case "attempt" -> attempt(line);
      case "replay" -> new Line.OfReplay(ReplayJson.read(line));
      default -> throw odd("type", text(line, "type"), "a type of line that this version knows");
    };
  }

  /** Any JSON, as a tree. */
  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("line: not JSON (expected: an object of ours)", e);
    }
  }

  /** The line of a delivery. */
  public static DeliveryLine delivery(JsonNode line) {
    return new DeliveryLine(
        text(line, "type"),
        text(line, "id"),
        line.path("position").asLong(0),
        text(line, "inbox"),
        textOrNull(line, "webhook"),
        text(line, "source"),
        time(line, "receivedAt"),
        text(line, "kind"),
        text(line, "verdict"),
        text(line, "because"),
        line.path("size").asInt(0),
        text(line, "sha256"),
        line.path("answer").asInt(0),
        textOrNull(line, "repeatOf"),
        line.path("pinned").asBoolean(false),
        textOrNull(line, "note"),
        events(line.path("events")));
  }

  private static List<EventLine> events(JsonNode events) {
    return events.values().stream().map(LineReader::event).toList();
  }

  /** What an event says. */
  public static EventLine event(JsonNode event) {
    return new EventLine(
        text(event, "action"),
        orUnknown(ref(event.path("resource"))),
        ref(event.path("parent")),
        ref(event.path("user")),
        textOrNull(event, "field"),
        timeOrNull(event, "createdAt"),
        text(event, "sentence"),
        textOrNull(event, "fingerprint"),
        textOrNull(event, "alsoPolled"),
        textOrNull(event, "echoOf"));
  }

  private static Ref orUnknown(@Nullable Ref ref) {
    return ref == null ? new Ref("", null, null, null) : ref;
  }

  /** A reference to something at Asana, or null. */
  public static @Nullable Ref ref(JsonNode ref) {
    return ref.isObject()
        ? new Ref(
            text(ref, "gid"),
            textOrNull(ref, "resourceType"),
            textOrNull(ref, "resourceSubtype"),
            textOrNull(ref, "name"))
        : null;
  }

  /** An alert. */
  public static Line.OfAlert alert(JsonNode line) {
    return new Line.OfAlert(
        time(line, "at"),
        textOrNull(line, "inbox"),
        text(line, "topic"),
        text(line, "level"),
        text(line, "message"));
  }

  /** A gap. */
  public static Gap gap(JsonNode line) {
    String inbox = textOrNull(line, "inbox");
    return new Gap(
        text(line, "id"),
        time(line, "at"),
        text(line, "topic"),
        inbox == null ? null : new InboxName(inbox),
        textOrNull(line, "resource"),
        timeOrNull(line, "from"),
        timeOrNull(line, "to"),
        text(line, "cause"));
  }

  /** The state in {@code state} and {@code detail}. */
  public static State state(JsonNode line) {
    String detail = text(line, "detail");
    return switch (text(line, "state")) {
      case "STARTING" -> new State.Starting(detail);
      case "WAITING FOR HANDSHAKE" -> new State.WaitingForHandshake(detail);
      case "LIVE" -> new State.Live(detail);
      case "RECONNECTING" -> new State.Reconnecting(line.path("attempts").asInt(1), detail);
      case "DEGRADED" -> new State.Degraded(detail);
      case "FAILED" -> new State.Failed(detail);
      default -> throw odd("state", text(line, "state"), "a state that this version knows");
    };
  }

  /** An attempt. */
  public static Line.OfAttempt attempt(JsonNode line) {
    JsonNode status = line.path("status");
    return new Line.OfAttempt(
        time(line, "at"),
        text(line, "delivery"),
        text(line, "target"),
        status.isNumber() ? Integer.valueOf(status.asInt()) : null,
        line.path("millis").asLong(0),
        textOrNull(line, "because"),
        text(line, "source"),
        text(line, "marker"),
        textOrNull(line, "replay"),
        textOrNull(line, "answerBody"));
  }

  /** A text that must be there. */
  public static String text(JsonNode object, String name) {
    String text = textOrNull(object, name);
    if (text == null) {
      throw odd(name, "nothing", "a text");
    }
    return text;
  }

  /** A text, or null. */
  public static @Nullable String textOrNull(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isString() ? value.stringValue() : null;
  }

  /** A moment that must be there. */
  public static Instant time(JsonNode object, String name) {
    Instant time = timeOrNull(object, name);
    if (time == null) {
      throw odd(name, "nothing", "a time such as 2026-06-12T08:41:02.318Z");
    }
    return time;
  }

  /** A moment, or null. */
  public static @Nullable Instant timeOrNull(JsonNode object, String name) {
    String text = textOrNull(object, name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw odd(name, text, "a time such as 2026-06-12T08:41:02.318Z");
    }
  }

  private static IllegalArgumentException odd(String name, String value, String expected) {
    return new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
  }
}
