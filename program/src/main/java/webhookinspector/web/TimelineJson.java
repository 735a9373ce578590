package webhookinspector.web;

import java.time.Duration;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import webhookinspector.feed.LineJson;
import webhookinspector.history.Known;
import webhookinspector.inspection.Timeline;
import webhookinspector.inspection.Timeline.Entry;
import webhookinspector.inspection.Timeline.Happened;
import webhookinspector.inspection.Timeline.Missing;
import webhookinspector.inspection.Timeline.Sent;
import webhookinspector.inspection.Timeline.Telling;

/** Writes timelines and the things they are about. {@link TimelineReader} reads them. */
public final class TimelineJson {

  private TimelineJson() {}

  /** Things that may be meant. */
  public static String things(List<Known> things) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("resources");
          for (Known known : things) {
            out.writeStartObject();
            LineJson.ref(out, "resource", known.thing());
            out.writeNumberProperty("events", known.events());
            if (known.last() == null) {
              out.writeNullProperty("last");
            } else {
              out.writeNumberProperty("last", known.last());
            }
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  /** Every entry has the same names; those of an event are null in a gap, and the reverse. */
  public static String write(Timeline timeline) {
    return LineJson.object(
        out -> {
          LineJson.ref(out, "resource", timeline.thing());
          out.writeArrayPropertyStart("entries");
          timeline.entries().forEach(entry -> write(out, entry));
          out.writeEndArray();
          var older = timeline.older();
          LineJson.string(out, "older", older == null ? null : older.text());
          out.writeNumberProperty("events", timeline.events());
          out.writeNumberProperty("tellings", timeline.tellings());
          out.writeNumberProperty("claims", timeline.claims());
          out.writeBooleanProperty("whole", timeline.whole());
        });
  }

  private static void write(JsonGenerator out, Entry entry) {
    out.writeStartObject();
    switch (entry) {
      case Happened happened -> event(out, happened);
      case Missing missing -> gap(out, missing);
    }
    out.writeEndObject();
  }

  private static void event(JsonGenerator out, Happened happened) {
    out.writeStringProperty("type", "event");
    LineJson.time(out, "at", happened.at());
    out.writeObjectPropertyStart("event");
    LineJson.fields(out, happened.event());
    out.writeEndObject();
    happened
        .lag()
        .map(Duration::toMillis)
        .ifPresentOrElse(
            millis -> out.writeNumberProperty("lag", millis), () -> out.writeNullProperty("lag"));
    out.writeArrayPropertyStart("told");
    happened.told().forEach(telling -> write(out, telling));
    out.writeEndArray();
    out.writeNumberProperty("times", happened.times());
    sent(out, happened.sent());
    out.writeNullProperty("gap");
  }

  private static void gap(JsonGenerator out, Missing missing) {
    out.writeStringProperty("type", "gap");
    LineJson.time(out, "at", missing.at());
    out.writeNullProperty("event");
    out.writeNullProperty("lag");
    out.writeArrayPropertyStart("told");
    out.writeEndArray();
    out.writeNumberProperty("times", 0);
    out.writeArrayPropertyStart("sent");
    out.writeEndArray();
    out.writeName("gap");
    LineJson.write(out, missing.gap());
  }

  private static void write(JsonGenerator out, Telling telling) {
    out.writeStartObject();
    out.writeStringProperty("delivery", telling.delivery());
    out.writeNumberProperty("position", telling.position());
    out.writeStringProperty("inbox", telling.inbox());
    out.writeStringProperty("source", telling.source());
    LineJson.time(out, "receivedAt", telling.receivedAt());
    out.writeEndObject();
  }

  /** The field {@code sent} of an object that is being written. */
  static void sent(JsonGenerator out, List<Sent> all) {
    out.writeArrayPropertyStart("sent");
    all.forEach(sent -> write(out, sent));
    out.writeEndArray();
  }

  private static void write(JsonGenerator out, Sent sent) {
    out.writeStartObject();
    out.writeStringProperty("delivery", sent.delivery());
    LineJson.time(out, "at", sent.at());
    out.writeStringProperty("target", sent.target());
    if (sent.status() == null) {
      out.writeNullProperty("status");
    } else {
      out.writeNumberProperty("status", sent.status());
    }
    out.writeNumberProperty("millis", sent.millis());
    LineJson.string(out, "because", sent.because());
    out.writeStringProperty("source", sent.source());
    LineJson.string(out, "answerBody", sent.answerBody());
    out.writeEndObject();
  }
}
