package webhookinspector.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.export.Head;
import webhookinspector.inbox.InboxName;
import webhookinspector.trust.Secret;

/** Reads what {@code export --format jsonl} writes, and the same lines picked by hand. */
final class JsonlReader implements FileReader {

  private static final Set<String> HEAD = Set.of("type", "version", "signatures", "secret");
  private static final Set<String> END = Set.of("type", "deliveries", "leftOut");
  private static final Set<String> DELIVERY = delivery();

  private final ImportWish wish;
  private final JsonMapper json;
  private boolean headed;
  private boolean ended;
  private long deliveries;

  JsonlReader(ImportWish wish) {
    this.wish = wish;
    this.json = mapper(wish.limits());
  }

  private static Set<String> delivery() {
    var names = new HashSet<>(DeliveryFields.FACTS);
    names.addAll(List.of("type", "answer", "headers", "body", "bodyBase64"));
    return Set.copyOf(names);
  }

  /** A few levels of objects, and texts as long as a line may be. */
  static JsonMapper mapper(Limits limits) {
    var constraints =
        StreamReadConstraints.builder().maxNestingDepth(20).maxStringLength(limits.line()).build();
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .build();
  }

  @Override
  public void read(InputStream in, Taking into) throws IOException {
    var lines = new ByteLines(in, wish.limits().line());
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      if (!isBlank(line)) {
        line(new JsonFields("line " + lines.number(), object(line, lines.number())), into);
      }
    }
    if (headed && !ended && !wish.partial()) {
      throw new Unreadable(
          "line " + lines.number(),
          "the file ends here (expected: a line of type end; it was cut off)",
          "Export it again, or take what is there with --partial.");
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private JsonNode object(byte[] line, long number) {
    try {
      JsonNode node = json.readTree(line);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      // told below, without the bytes that Jackson would quote
    }
    String text = new String(line, 0, Math.min(line.length, 40), StandardCharsets.UTF_8);
    throw new Unreadable("line " + number, text + "… (expected: one whole JSON object)");
  }

  private void line(JsonFields fields, Taking into) {
    if (ended) {
      throw new Unreadable(fields.where(), "stands behind the end (expected: nothing)");
    }
    switch (fields.text("type")) {
      case "export" -> head(fields.knows(HEAD), into);
      case "delivery" -> into.delivery(claimed(new DeliveryFields(fields.knows(DELIVERY))));
      case "end" -> end(fields.knows(END));
      default -> throw fields.odd("type", fields.text("type"), "export, delivery or end");
    }
  }

  private void head(JsonFields fields, Taking into) {
    fields.number("version", Head.VERSION, Head.VERSION);
    if (headed || deliveries > 0) {
      throw new Unreadable(fields.where(), "a head (expected: one, in the first line)");
    }
    headed = true;
    String secret = fields.textOrNull("secret");
    if (secret != null) {
      into.throwAway(secretOf(fields, secret));
    }
  }

  static Secret secretOf(JsonFields fields, String text) {
    try {
      return Secret.of(text);
    } catch (IllegalArgumentException e) {
      throw fields.odd("secret", text.length() + " characters", "visible ASCII");
    }
  }

  private void end(JsonFields fields) {
    ended = true;
    int told = fields.number("deliveries", 0, Integer.MAX_VALUE);
    if (told != deliveries) {
      throw fields.odd("deliveries", told, "as many as stand above, " + deliveries);
    }
  }

  private Claimed claimed(DeliveryFields delivery) {
    deliveries++;
    JsonFields fields = delivery.fields();
    InboxName inbox = delivery.inbox(wish.inbox());
    var raw =
        new Delivery(
            fields.has("receivedAt") ? fields.time("receivedAt") : wish.receivedAt(),
            delivery.headers(headers(fields)),
            delivery.body(bytes(delivery), wish.limits().body()));
    return delivery.claimed(raw, inbox, fields.has("answer") ? fields.number("answer", 0, 599) : 0);
  }

  private static byte[] bytes(DeliveryFields delivery) {
    JsonFields fields = delivery.fields();
    if (fields.has("body") == fields.has("bodyBase64")) {
      throw fields.odd(
          "body", fields.has("body") ? "twice" : "missing", "either body or bodyBase64");
    }
    return fields.has("body")
        ? fields.text("body").getBytes(StandardCharsets.UTF_8)
        : delivery.base64("bodyBase64", fields.object().path("bodyBase64"));
  }

  private static List<Header> headers(JsonFields fields) {
    JsonNode headers = fields.object().path("headers");
    if (!headers.isArray()) {
      throw fields.odd("headers", headers.isMissingNode() ? "missing" : headers, "a list");
    }
    var lines = new ArrayList<Header>(headers.size());
    for (JsonNode header : headers.values()) {
      boolean pair = header.isArray() && header.size() == 2;
      if (!pair || !header.path(0).isString() || !header.path(1).isString()) {
        throw fields.odd("headers", header, "pairs of texts, name and value");
      }
      lines.add(new Header(header.path(0).stringValue(), header.path(1).stringValue()));
    }
    return lines;
  }
}
