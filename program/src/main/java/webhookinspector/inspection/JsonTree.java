package webhookinspector.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import webhookinspector.delivery.Body;
import webhookinspector.event.Content;

/** JSON that keeps what a rewriting would keep: order of keys, digits of numbers. */
sealed interface JsonTree {

  /** In the order of the body. */
  record Members(Map<String, JsonTree> members) implements JsonTree {}

  /** A list. */
  record Items(List<JsonTree> items) implements JsonTree {}

  /** Decoded. */
  record Text(String text) implements JsonTree {}

  /** A number, true, false or null, as it was written. */
  record Literal(String text) implements JsonTree {}

  /** Nothing if the body is no JSON, or deeper than we read. Of keys that stand twice, the last. */
  static Optional<JsonTree> of(Body body) {
    return read(body, false);
  }

  /** As {@link #of}, and nothing either if a key stands twice: then no tree says all of it. */
  static Optional<JsonTree> strictly(Body body) {
    return read(body, true);
  }

  private static Optional<JsonTree> read(Body body, boolean strict) {
    var constraints = StreamReadConstraints.builder().maxNestingDepth(Content.MAX_DEPTH).build();
    var json =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
            .build();
    try (JsonParser in = json.createParser(ObjectReadContext.empty(), body.toBytes())) {
      in.nextToken();
      JsonTree tree = read(in);
      return in.nextToken() == null ? Optional.of(tree) : Optional.empty();
    } catch (JacksonException | IllegalStateException e) {
      return Optional.empty(); // then nothing wrote it again either
    }
  }

  private static JsonTree read(JsonParser in) {
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT) {
      var members = new LinkedHashMap<String, JsonTree>();
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String key = in.currentName();
        in.nextToken();
        members.put(key, read(in));
      }
      return new Members(members);
    }
    if (token == JsonToken.START_ARRAY) {
      var items = new ArrayList<JsonTree>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(in));
      }
      return new Items(items);
    }
    if (token == null) {
      throw new IllegalStateException("no JSON at all");
    }
    return token == JsonToken.VALUE_STRING ? new Text(in.getString()) : new Literal(in.getString());
  }
}
