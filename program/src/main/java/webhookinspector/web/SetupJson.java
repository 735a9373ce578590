package webhookinspector.web;

import java.util.List;
import tools.jackson.databind.JsonNode;
import webhookinspector.event.Ref;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.subscription.FilterLint.Finding;
import webhookinspector.webhooks.Linted;

/** Writes and reads what {@link Setup} tells. */
public final class SetupJson {

  private SetupJson() {}

  public static String conditions(List<Condition> conditions) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("conditions");
          for (Condition condition : conditions) {
            out.writeStartObject();
            out.writeStringProperty("name", condition.name());
            out.writeBooleanProperty("well", condition.well());
            out.writeStringProperty("message", condition.message());
            out.writeStringProperty("next", condition.next());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  public static List<Condition> readConditions(String json) {
    return LineReader.parse(json).path("conditions").values().stream()
        .map(
            read ->
                new Condition(
                    LineReader.text(read, "name"),
                    read.path("well").asBoolean(false),
                    LineReader.text(read, "message"),
                    LineReader.text(read, "next")))
        .toList();
  }

  public static String resources(List<Ref> resources) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("resources");
          for (Ref resource : resources) {
            out.writeStartObject();
            LineJson.ref(out, "resource", resource);
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  public static List<Ref> readResources(String json) {
    return LineReader.parse(json).path("resources").values().stream()
        .map(SetupJson::resource)
        .toList();
  }

  private static Ref resource(JsonNode holder) {
    Ref resource = LineReader.ref(holder.path("resource"));
    return resource == null ? new Ref("", null, null, null) : resource;
  }

  public static String linted(Linted linted) {
    return LineJson.object(
        out -> {
          LineJson.ref(out, "resource", linted.resource());
          out.writeArrayPropertyStart("findings");
          for (Finding finding : linted.findings()) {
            out.writeStartObject();
            out.writeBooleanProperty("refused", finding.refused());
            out.writeStringProperty("message", finding.message());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  public static Linted readLinted(String json) {
    JsonNode read = LineReader.parse(json);
    return new Linted(
        resource(read),
        read.path("findings").values().stream()
            .map(
                finding ->
                    new Finding(
                        finding.path("refused").asBoolean(false),
                        LineReader.text(finding, "message")))
            .toList());
  }
}
