package webhookinspector.web;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.outbox.Attempt;

/** Kept attempts in JSON, written and read: an attempt line that also says who sent it. */
public final class AttemptJson {

  private AttemptJson() {}

  /** Oldest first. */
  public static String write(List<Attempt> attempts) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("attempts");
          attempts.forEach(attempt -> write(out, attempt));
          out.writeEndArray();
        });
  }

  private static void write(JsonGenerator out, Attempt attempt) {
    out.writeStartObject();
    LineJson.time(out, "at", attempt.at());
    out.writeStringProperty("delivery", attempt.delivery().text());
    out.writeStringProperty("target", attempt.target());
    if (attempt.status() == null) {
      out.writeNullProperty("status");
    } else {
      out.writeNumberProperty("status", attempt.status());
    }
    out.writeNumberProperty("millis", attempt.millis());
    LineJson.string(out, "because", attempt.because());
    out.writeStringProperty("source", attempt.source().word());
    out.writeStringProperty("marker", attempt.marker());
    LineJson.string(out, "answerBody", attempt.answerBody());
    out.writeEndObject();
  }

  /** What {@link #write(List)} has written. */
  public static List<Attempt> readAll(String json) {
    return LineReader.parse(json).path("attempts").values().stream()
        .map(AttemptJson::read)
        .toList();
  }

  private static Attempt read(JsonNode attempt) {
    JsonNode status = attempt.path("status");
    return new Attempt(
        new DeliveryId(LineReader.text(attempt, "delivery")),
        LineReader.text(attempt, "target"),
        LineReader.time(attempt, "at"),
        status.isNumber() ? Integer.valueOf(status.asInt()) : null,
        attempt.path("millis").asLong(0),
        LineReader.textOrNull(attempt, "because"),
        Attempt.Source.of(LineReader.text(attempt, "source")),
        LineReader.text(attempt, "marker"),
        LineReader.textOrNull(attempt, "answerBody"));
  }
}
