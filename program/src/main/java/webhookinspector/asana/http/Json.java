package webhookinspector.asana.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trees, read with tolerance: whatever is missing or of another type is as if it were not there.
 */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxNumberLength(1_000)
                          .maxNameLength(10_000)
                          .build())
                  .build())
          .build();

  private Json() {}

  /** The JSON object in an answer, or empty if there is none. */
  static Optional<JsonNode> object(String body) {
    try {
      return Optional.ofNullable(MAPPER.readTree(body)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** A string, or the digits of an old number id. */
  static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() || value.isIntegralNumber() ? value.asString() : null;
  }

  static String text(JsonNode node, String name, String otherwise) {
    String text = text(node, name);
    return text == null ? otherwise : text;
  }

  static @Nullable Instant instant(JsonNode node, String name) {
    String text = text(node, name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The strings of a list. */
  static List<String> texts(JsonNode node, String name) {
    var texts = new ArrayList<String>();
    for (JsonNode value : node.path(name).values()) {
      if (value.isString()) {
        texts.add(value.asString());
      }
    }
    return texts;
  }
}
