package webhookinspector.web;

import java.util.List;
import tools.jackson.databind.JsonNode;
import webhookinspector.event.Ref;
import webhookinspector.feed.LineReader;
import webhookinspector.history.Known;
import webhookinspector.inspection.Timeline;
import webhookinspector.inspection.Timeline.Entry;
import webhookinspector.inspection.Timeline.Happened;
import webhookinspector.inspection.Timeline.Missing;
import webhookinspector.inspection.Timeline.Place;
import webhookinspector.inspection.Timeline.Sent;
import webhookinspector.inspection.Timeline.Telling;

/** Reads what {@link TimelineJson} writes. */
public final class TimelineReader {

  private TimelineReader() {}

  public static List<Known> things(String json) {
    return LineReader.parse(json).path("resources").values().stream()
        .map(
            known ->
                new Known(
                    thing(known),
                    known.path("events").asLong(0),
                    known.path("last").isNumber()
                        ? Long.valueOf(known.path("last").asLong(0))
                        : null))
        .toList();
  }

  private static Ref thing(JsonNode of) {
    Ref thing = LineReader.ref(of.path("resource"));
    return thing == null ? new Ref("", null, null, null) : thing;
  }

  public static Timeline read(String json) {
    JsonNode timeline = LineReader.parse(json);
    String older = LineReader.textOrNull(timeline, "older");
    return new Timeline(
        thing(timeline),
        timeline.path("entries").values().stream().map(TimelineReader::entry).toList(),
        older == null ? null : Place.parse(older).orElse(null),
        timeline.path("events").asLong(0),
        timeline.path("tellings").asLong(0),
        timeline.path("claims").asLong(0),
        timeline.path("whole").asBoolean(true));
  }

  private static Entry entry(JsonNode entry) {
    if (LineReader.text(entry, "type").equals("gap")) {
      return new Missing(LineReader.gap(entry.path("gap")));
    }
    return new Happened(
        LineReader.time(entry, "at"),
        LineReader.event(entry.path("event")),
        entry.path("told").values().stream().map(TimelineReader::telling).toList(),
        entry.path("times").asInt(1),
        entry.path("sent").values().stream().map(TimelineReader::sent).toList());
  }

  private static Telling telling(JsonNode telling) {
    return new Telling(
        LineReader.text(telling, "delivery"),
        telling.path("position").asLong(0),
        LineReader.text(telling, "inbox"),
        LineReader.text(telling, "source"),
        LineReader.time(telling, "receivedAt"));
  }

  static Sent sent(JsonNode sent) {
    JsonNode status = sent.path("status");
    return new Sent(
        LineReader.text(sent, "delivery"),
        LineReader.time(sent, "at"),
        LineReader.text(sent, "target"),
        status.isNumber() ? Integer.valueOf(status.asInt()) : null,
        sent.path("millis").asLong(0),
        LineReader.textOrNull(sent, "because"),
        LineReader.text(sent, "source"),
        LineReader.textOrNull(sent, "answerBody"));
  }
}
