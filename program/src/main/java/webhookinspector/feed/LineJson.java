package webhookinspector.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.Clicks;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Harmless;

/**
 * Writes the lines of the contract: one JSON object each, names as in the records, absent values as
 * null, times in UTC with milliseconds. Harmless on a terminal. {@link LineReader} reads them.
 */
public final class LineJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private LineJson() {}

  /** One line, without a newline at its end. */
  public static String write(Line line) {
    return object(
        out -> {
          switch (line) {
            case Line.OfDelivery of -> body(out, of.delivery());
            case Line.OfAlert of -> body(out, of);
            case Line.OfState of -> body(out, of);
            case Line.OfGap of -> body(out, of.gap());
            case Line.OfAttempt of -> fields(out, of);
            case Line.OfReplay of -> ReplayJson.fields(out, of.replay());
          }
        });
  }

  /** The ready line. */
  public static String write(Opening.Ready ready) {
    return object(
        out -> {
          out.writeStringProperty("type", "ready");
          out.writeStringProperty("receiver", ready.receiver().toString());
          out.writeStringProperty("admin", ready.admin().toString());
          out.writeStringProperty("login", ready.login().toString());
          string(out, "public", ready.publicUrl());
          out.writeNumberProperty("pid", ready.pid());
        });
  }

  /** The line of a delivery, as an object within something larger. */
  public static void write(JsonGenerator out, DeliveryLine line) {
    out.writeStartObject();
    body(out, line);
    out.writeEndObject();
  }

  /** The line of an alert, as an object within something larger. */
  public static void write(JsonGenerator out, Line.OfAlert line) {
    out.writeStartObject();
    body(out, line);
    out.writeEndObject();
  }

  /** The line of a gap, as an object within something larger. */
  public static void write(JsonGenerator out, Gap gap) {
    out.writeStartObject();
    body(out, gap);
    out.writeEndObject();
  }

  /** A reference to something at Asana, or null. */
  public static void ref(JsonGenerator out, String name, @Nullable Ref ref) {
    if (ref == null) {
      out.writeNullProperty(name);
      return;
    }
    out.writeObjectPropertyStart(name);
    out.writeStringProperty("gid", ref.gid());
    string(out, "resourceType", ref.resourceType());
    string(out, "resourceSubtype", ref.resourceSubtype());
    string(out, "name", ref.name());
    out.writeEndObject();
  }

  /** A moment in UTC with milliseconds, or null. */
  public static void time(JsonGenerator out, String name, @Nullable Instant at) {
    string(out, name, at == null ? null : TIME.format(at));
  }

  /** The text of a value, or null. */
  public static void string(JsonGenerator out, String name, @Nullable Object value) {
    if (value == null) {
      out.writeNullProperty(name);
    } else {
      out.writeStringProperty(name, value.toString());
    }
  }

  /** Fills an object. */
  public interface Content {
    void into(JsonGenerator out);
  }

  /** A whole JSON object on one line. */
  public static String object(Content content) {
    var text = new StringWriter(512);
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      content.into(out);
      out.writeEndObject();
    }
    return Harmless.json(text.toString());
  }

  /** What a delivery's line says, within an object that says more. */
  public static void fields(JsonGenerator out, DeliveryLine line) {
    body(out, line);
  }

  private static void body(JsonGenerator out, DeliveryLine line) {
    out.writeStringProperty("type", line.type());
    out.writeStringProperty("id", line.id());
    out.writeNumberProperty("position", line.position());
    out.writeStringProperty("inbox", line.inbox());
    string(out, "webhook", line.webhook());
    out.writeStringProperty("source", line.source());
    time(out, "receivedAt", line.receivedAt());
    out.writeStringProperty("kind", line.kind());
    out.writeStringProperty("verdict", line.verdict());
    out.writeStringProperty("because", line.because());
    out.writeNumberProperty("size", line.size());
    out.writeStringProperty("sha256", line.sha256());
    out.writeNumberProperty("answer", line.answer());
    string(out, "repeatOf", line.repeatOf());
    out.writeBooleanProperty("pinned", line.pinned());
    string(out, "note", line.note());
    out.writeNumberProperty("echoes", line.echoes());
    out.writeArrayPropertyStart("clicks");
    for (int click : Clicks.of(line.events())) {
      out.writeNumber(click);
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("events");
    for (EventLine event : line.events()) {
      out.writeStartObject();
      fields(out, event);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** What an event says, within an object that says more. */
  public static void fields(JsonGenerator out, EventLine event) {
    out.writeStringProperty("action", event.action());
    ref(out, "resource", event.resource());
    ref(out, "parent", event.parent());
    ref(out, "user", event.user());
    string(out, "field", event.field());
    time(out, "createdAt", event.createdAt());
    out.writeStringProperty("sentence", event.sentence());
    string(out, "fingerprint", event.fingerprint());
    string(out, "alsoPolled", event.alsoPolled());
    string(out, "echoOf", event.echoOf());
  }

  private static void body(JsonGenerator out, Line.OfAlert line) {
    out.writeStringProperty("type", "alert");
    time(out, "at", line.at());
    string(out, "inbox", line.inbox());
    out.writeStringProperty("topic", line.topic());
    out.writeStringProperty("level", line.level());
    out.writeStringProperty("message", line.message());
  }

  private static void body(JsonGenerator out, Line.OfState line) {
    out.writeStringProperty("type", "state");
    time(out, "at", line.at());
    state(out, line.state());
  }

  /** In so many fields of an object that is being written. */
  public static void state(JsonGenerator out, State state) {
    out.writeStringProperty("state", state.word());
    if (state instanceof State.Reconnecting again) {
      out.writeNumberProperty("attempts", again.attempts());
    }
    out.writeStringProperty("detail", state.detail());
  }

  private static void body(JsonGenerator out, Gap gap) {
    out.writeStringProperty("type", "gap");
    out.writeStringProperty("id", gap.id());
    time(out, "at", gap.at());
    out.writeStringProperty("topic", gap.topic());
    string(out, "inbox", gap.inbox());
    string(out, "resource", gap.resource());
    time(out, "from", gap.from());
    time(out, "to", gap.to());
    out.writeStringProperty("cause", gap.cause());
  }

  /** What an attempt says, within an object that says more. */
  public static void fields(JsonGenerator out, Line.OfAttempt line) {
    out.writeStringProperty("type", "attempt");
    time(out, "at", line.at());
    out.writeStringProperty("delivery", line.delivery());
    out.writeStringProperty("target", line.target());
    if (line.status() == null) {
      out.writeNullProperty("status");
    } else {
      out.writeNumberProperty("status", line.status());
    }
    out.writeNumberProperty("millis", line.millis());
    string(out, "because", line.because());
    out.writeStringProperty("source", line.source());
    out.writeStringProperty("marker", line.marker());
    string(out, "replay", line.replay());
    string(out, "answerBody", line.answerBody());
  }
}
