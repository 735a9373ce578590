package webhookinspector.web;

import webhookinspector.feed.LineJson;
import webhookinspector.history.FilterHelp;

/** What can be asked of the filter language, for completion and help. */
public final class FilterHelpJson {

  private FilterHelpJson() {}

  public static String write() {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("fields");
          for (FilterHelp help : FilterHelp.FIELDS) {
            out.writeStartObject();
            out.writeStringProperty("field", help.field());
            out.writeStringProperty("of", help.of());
            out.writeStringProperty("says", help.says());
            out.writeArrayPropertyStart("values");
            for (FilterHelp.Value value : help.values()) {
              out.writeStartObject();
              out.writeStringProperty("value", value.value());
              out.writeStringProperty("says", value.says());
              out.writeEndObject();
            }
            out.writeEndArray();
            out.writeBooleanProperty("closed", help.closed());
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeArrayPropertyStart("examples");
          for (FilterHelp.Example example : FilterHelp.EXAMPLES) {
            out.writeStartObject();
            out.writeStringProperty("filter", example.filter());
            out.writeStringProperty("finds", example.finds());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }
}
