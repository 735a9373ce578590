package webhookinspector.history.sqlite;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.inspection.DeliveryLine;

/** How a line is stored. Escapes all but ASCII, so that half a surrogate pair survives, too. */
final class LineJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private LineJson() {}

  static String write(DeliveryLine line) {
    return JSON.writeValueAsString(line);
  }

  static DeliveryLine read(String json) {
    return JSON.readValue(json, DeliveryLine.class);
  }
}
