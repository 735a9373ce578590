package webhookinspector.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Difference.Change;
import webhookinspector.inspection.Difference.Part;

/** How two deliveries differ, as the admin port says it and as its clients read it. */
public final class DifferenceJson {

  private DifferenceJson() {}

  public static String write(Difference difference) {
    return LineJson.object(
        out -> {
          out.writeName("a");
          LineJson.write(out, difference.a());
          out.writeName("b");
          LineJson.write(out, difference.b());
          out.writeStringProperty("same", difference.same());
          out.writeStringProperty("summary", difference.summary());
          number(out, "firstByte", difference.firstByte());
          out.writeArrayPropertyStart("writing");
          difference.writing().forEach(out::writeString);
          out.writeEndArray();
          out.writeArrayPropertyStart("parts");
          difference.parts().forEach(part -> write(out, part));
          out.writeEndArray();
          out.writeNumberProperty("unchanged", difference.unchanged());
          out.writeNumberProperty("left", difference.left());
          changes(out, "headers", difference.headers());
          changes(out, "facts", difference.facts());
        });
  }

  /** The one before about the same resource, or nothing. */
  public static String previous(Optional<DeliveryLine> line) {
    return LineJson.object(
        out -> {
          out.writeName("delivery");
          line.ifPresentOrElse(there -> LineJson.write(out, there), out::writeNull);
        });
  }

  /** What {@link #previous} has written. */
  public static Optional<DeliveryLine> readPrevious(String json) {
    JsonNode line = LineReader.parse(json).path("delivery");
    return line.isObject() ? Optional.of(LineReader.delivery(line)) : Optional.empty();
  }

  private static void write(JsonGenerator out, Part part) {
    out.writeStartObject();
    out.writeStringProperty("what", part.what());
    out.writeStringProperty("title", part.title());
    LineJson.string(out, "was", part.was());
    number(out, "a", part.a());
    number(out, "b", part.b());
    changes(out, "changes", part.changes());
    out.writeEndObject();
  }

  private static void changes(JsonGenerator out, String name, List<Change> changes) {
    out.writeArrayPropertyStart(name);
    for (Change change : changes) {
      out.writeStartObject();
      out.writeStringProperty("what", change.what());
      out.writeStringProperty("path", change.path());
      LineJson.string(out, "before", change.before());
      LineJson.string(out, "after", change.after());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void number(JsonGenerator out, String name, @Nullable Integer number) {
    if (number == null) {
      out.writeNullProperty(name);
    } else {
      out.writeNumberProperty(name, number);
    }
  }

  public static Difference read(String json) {
    JsonNode told = LineReader.parse(json);
    return new Difference(
        LineReader.delivery(told.path("a")),
        LineReader.delivery(told.path("b")),
        LineReader.text(told, "same"),
        LineReader.text(told, "summary"),
        numberOrNull(told.path("firstByte")),
        told.path("writing").values().stream().map(JsonNode::asString).toList(),
        told.path("parts").values().stream().map(DifferenceJson::part).toList(),
        told.path("unchanged").asInt(0),
        told.path("left").asInt(0),
        changes(told.path("headers")),
        changes(told.path("facts")));
  }

  private static Part part(JsonNode part) {
    return new Part(
        LineReader.text(part, "what"),
        LineReader.text(part, "title"),
        LineReader.textOrNull(part, "was"),
        numberOrNull(part.path("a")),
        numberOrNull(part.path("b")),
        changes(part.path("changes")));
  }

  private static List<Change> changes(JsonNode changes) {
    return changes.values().stream()
        .map(
            change ->
                new Change(
                    LineReader.text(change, "what"),
                    LineReader.text(change, "path"),
                    LineReader.textOrNull(change, "before"),
                    LineReader.textOrNull(change, "after")))
        .toList();
  }

  private static @Nullable Integer numberOrNull(JsonNode number) {
    return number.isNumber() ? Integer.valueOf(number.asInt()) : null;
  }
}
