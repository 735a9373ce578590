package webhookinspector.feed;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A {@link ReplayLine} in JSON, written and read. */
public final class ReplayJson {

  private ReplayJson() {}

  /** Into an object that may say more. */
  public static void fields(JsonGenerator out, ReplayLine line) {
    out.writeStringProperty("type", "replay");
    out.writeStringProperty("id", line.id());
    LineJson.time(out, "at", line.at());
    out.writeStringProperty("target", line.target());
    out.writeStringProperty("state", line.state());
    out.writeNumberProperty("planned", line.planned());
    out.writeNumberProperty("leftOut", line.leftOut());
    out.writeNumberProperty("sent", line.sent());
    out.writeNumberProperty("taken", line.taken());
    out.writeNumberProperty("lasts", line.lasts());
    out.writeNumberProperty("late", line.late());
    out.writeNumberProperty("seed", line.seed());
    times(out, line.times());
    out.writeArrayPropertyStart("answers");
    for (ReplayLine.Answers answers : line.answers()) {
      out.writeStartObject();
      number(out, "status", answers.status());
      out.writeNumberProperty("count", answers.count());
      times(out, answers.times());
      out.writeEndObject();
    }
    out.writeEndArray();
    LineJson.string(out, "because", line.because());
  }

  private static void times(JsonGenerator out, ReplayLine.Times times) {
    out.writeObjectPropertyStart("times");
    out.writeNumberProperty("p50", times.p50());
    out.writeNumberProperty("p95", times.p95());
    out.writeNumberProperty("p99", times.p99());
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String name, @Nullable Integer number) {
    if (number == null) {
      out.writeNullProperty(name);
    } else {
      out.writeNumberProperty(name, number);
    }
  }

  /**
   * What {@link #fields} has written.
   *
   * @throws IllegalArgumentException if it is none of ours
   */
  public static ReplayLine read(JsonNode line) {
    return new ReplayLine(
        LineReader.text(line, "id"),
        LineReader.time(line, "at"),
        LineReader.text(line, "target"),
        LineReader.text(line, "state"),
        line.path("planned").asInt(0),
        line.path("leftOut").asInt(0),
        line.path("sent").asInt(0),
        line.path("taken").asInt(0),
        line.path("lasts").asLong(0),
        line.path("late").asLong(0),
        line.path("seed").asLong(0),
        times(line.path("times")),
        line.path("answers").values().stream().map(ReplayJson::answers).toList(),
        LineReader.textOrNull(line, "because"));
  }

  private static ReplayLine.Answers answers(JsonNode answers) {
    JsonNode status = answers.path("status");
    return new ReplayLine.Answers(
        status.isNumber() ? Integer.valueOf(status.asInt()) : null,
        answers.path("count").asInt(0),
        times(answers.path("times")));
  }

  private static ReplayLine.Times times(JsonNode times) {
    return new ReplayLine.Times(
        times.path("p50").asDouble(0),
        times.path("p95").asDouble(0),
        times.path("p99").asDouble(0));
  }
}
