package webhookinspector.asana.http;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.subscription.Filter;

/** Request bodies: always inside {@code data} (API description). */
final class Writing {

  private Writing() {}

  static String webhook(String resource, URI target, List<Filter> filters) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode data = body.putObject("data");
    data.put("resource", resource);
    data.put("target", target.toString());
    if (!filters.isEmpty()) {
      write(data.putArray("filters"), filters);
    }
    return Json.MAPPER.writeValueAsString(body);
  }

  /** An empty list is sent as such: it takes the filters away. */
  static String filters(List<Filter> filters) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    write(body.putObject("data").putArray("filters"), filters);
    return Json.MAPPER.writeValueAsString(body);
  }

  private static void write(ArrayNode list, List<Filter> filters) {
    for (Filter filter : filters) {
      ObjectNode node = list.addObject();
      if (filter.resourceType() != null) {
        node.put("resource_type", filter.resourceType());
      }
      if (filter.resourceSubtype() != null) {
        node.put("resource_subtype", filter.resourceSubtype());
      }
      if (filter.action() != null) {
        node.put("action", filter.action());
      }
      if (!filter.fields().isEmpty()) {
        ArrayNode fields = node.putArray("fields");
        filter.fields().forEach(fields::add);
      }
    }
  }
}
