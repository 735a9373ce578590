package webhookinspector.web;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.registry.SavedFilter;

/** Markings and saved filters in JSON, as the admin port says and takes them. */
public final class MarkingJson {

  private MarkingJson() {}

  /** The line of a delivery after a change. */
  public static String line(DeliveryLine line) {
    return LineJson.object(
        out -> {
          out.writeName("delivery");
          LineJson.write(out, line);
        });
  }

  public static DeliveryLine line(JsonNode answer) {
    return LineReader.delivery(answer.path("delivery"));
  }

  /** What to write on a delivery. */
  public static String note(String note) {
    return LineJson.object(out -> out.writeStringProperty("note", note));
  }

  /** What a saved filter is to be. */
  public static String filter(String filter) {
    return LineJson.object(out -> out.writeStringProperty("filter", filter));
  }

  /** One saved filter. */
  public static String filter(SavedFilter filter) {
    return LineJson.object(out -> fields(out, filter));
  }

  public static SavedFilter filter(JsonNode filter) {
    return new SavedFilter(LineReader.text(filter, "name"), LineReader.text(filter, "filter"));
  }

  /** All saved filters. */
  public static String filters(List<SavedFilter> filters) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("filters");
          for (SavedFilter filter : filters) {
            out.writeStartObject();
            fields(out, filter);
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  public static List<SavedFilter> filters(JsonNode answer) {
    return answer.path("filters").values().stream().map(MarkingJson::filter).toList();
  }

  private static void fields(JsonGenerator out, SavedFilter filter) {
    out.writeStringProperty("name", filter.name());
    out.writeStringProperty("filter", filter.filter());
  }
}
