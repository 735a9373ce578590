package webhookinspector.rest;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.subscriptions.Refused;

/** JSON as the REST calls read and write it. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static JsonNode read(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw Refused.badRequest("Could not parse request data, invalid JSON");
    }
  }

  static byte[] write(JsonNode node, boolean pretty) {
    return pretty
        ? MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(node)
        : MAPPER.writeValueAsBytes(node);
  }
}
