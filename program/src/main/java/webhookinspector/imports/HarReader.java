package webhookinspector.imports;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.inbox.InboxName;

/**
 * Reads an HTTP archive: ours, whose entries say all in {@code _delivery}, or that of a browser or
 * proxy, of which each POST is taken for a delivery. Entry by entry, so that its size costs no
 * memory.
 */
final class HarReader implements FileReader {

  private final ImportWish wish;
  private final Addresses addresses;
  private final JsonMapper json;
  private boolean any;

  HarReader(ImportWish wish, Addresses addresses) {
    this.wish = wish;
    this.addresses = addresses;
    this.json =
        JsonlReader.mapper(wish.limits())
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // an entry stands among others
            .build();
  }

  @Override
  public void read(InputStream in, Taking into) throws IOException {
    try (JsonParser parser = json.createParser(in)) {
      try {
        log(parser, into);
      } catch (JacksonException e) {
        throw new Unreadable(
            "line " + Math.max(1, parser.currentLocation().getLineNr()),
            "no JSON (expected: a whole HTTP archive)");
      }
    }
    if (!any) {
      throw new Unreadable("", "log.entries: missing (expected: an HTTP archive)");
    }
  }

  /** Only what lies on the way to {@code log.entries} is looked into. */
  private void log(JsonParser parser, Taking into) {
    expect(parser.nextToken() == JsonToken.START_OBJECT, parser);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("log") && parser.currentToken() == JsonToken.START_OBJECT) {
        inLog(parser, into);
      } else {
        parser.skipChildren();
      }
    }
    expect(parser.currentToken() == JsonToken.END_OBJECT, parser);
    expect(parser.nextToken() == null, parser);
  }

  private void inLog(JsonParser parser, Taking into) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("entries") && value == JsonToken.START_ARRAY) {
        any = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          entry(parser, into);
        }
      } else if (name.equals("_secret") && value == JsonToken.VALUE_STRING) {
        var where = new JsonFields(where(parser), json.createObjectNode());
        into.throwAway(JsonlReader.secretOf(where, parser.getString()));
      } else {
        parser.skipChildren();
      }
    }
  }

  private void entry(JsonParser parser, Taking into) {
    expect(parser.currentToken() == JsonToken.START_OBJECT, parser);
    String where = where(parser);
    JsonNode entry = json.readTree(parser);
    var request = new JsonFields(where, entry.path("request"));
    String method = request.text("method");
    if (!method.equals("POST")) {
      into.passOver(where + ": " + method + " " + request.text("url") + " is no delivery");
      return;
    }
    into.delivery(claimed(where, entry, request));
  }

  private Claimed claimed(String where, JsonNode entry, JsonFields request) {
    JsonNode told = entry.path("_delivery");
    boolean ours = told.isObject();
    var fields = new JsonFields(where, ours ? told : json.createObjectNode());
    var facts = new DeliveryFields(fields.knows(DeliveryFields.FACTS));
    InboxName inbox = facts.inbox(addresses.inbox(pathOf(request)).orElse(wish.inbox()));
    var delivery =
        new Delivery(
            ours && fields.has("receivedAt")
                ? fields.time("receivedAt")
                : new JsonFields(where, entry).time("startedDateTime"),
            facts.headers(headers(request)),
            facts.body(bytes(facts, request), wish.limits().body()));
    JsonNode status = entry.path("response").path("status");
    int answer = status.canConvertToInt() ? status.intValue() : 0;
    return facts.claimed(delivery, inbox, answer < 0 || answer > 599 ? 0 : answer);
  }

  private static String pathOf(JsonFields request) {
    try {
      String path = URI.create(request.text("url")).getRawPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static byte[] bytes(DeliveryFields facts, JsonFields request) {
    JsonNode data = request.object().path("postData");
    JsonNode text = data.path("text");
    boolean empty = data.isMissingNode() || data.isNull();
    if (!text.isString() && !empty) {
      throw request.odd("postData.text", text.isMissingNode() ? "missing" : text, "the body");
    }
    boolean base64 =
        "base64".equals(data.path("_encoding").asString(data.path("encoding").asString("")));
    return base64
        ? facts.base64("postData.text", text)
        : text.asString("").getBytes(StandardCharsets.UTF_8);
  }

  private static List<Header> headers(JsonFields request) {
    JsonNode headers = request.object().path("headers");
    if (!headers.isArray()) {
      throw request.odd("request.headers", headers, "a list");
    }
    var lines = new ArrayList<Header>(headers.size());
    for (JsonNode header : headers.values()) {
      var fields = new JsonFields(request.where(), header);
      if (!header.path("name").asString("").startsWith(":")) { // pseudo headers of HTTP/2
        lines.add(new Header(fields.text("name"), fields.text("value").strip()));
      }
    }
    return lines;
  }

  private static String where(JsonParser parser) {
    return "line " + Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private static void expect(boolean holds, JsonParser parser) {
    if (!holds) {
      throw new Unreadable(where(parser), "odd JSON (expected: an HTTP archive)");
    }
  }
}
