package webhookinspector.web;

import java.util.Base64;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.delivery.Body;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.feed.ReplayJson;
import webhookinspector.feed.ReplayLine;

/** What {@link Replaying} says and is told, in JSON. */
public final class ReplayingJson {

  /** Names in the body of a replay of one. */
  public static final List<String> ONE = List.of("target", "body", "sign");

  /** Names in the body of a replay of many. */
  public static final List<String> MANY =
      List.of(
          "target",
          "deliveries",
          "q",
          "speed",
          "concurrency",
          "shuffle",
          "jitterMillis",
          "seed",
          "sign",
          "dryRun");

  private ReplayingJson() {}

  public static String write(String target, Edit edit) {
    Body body = edit.body();
    return LineJson.object(
        out -> {
          out.writeStringProperty("target", target);
          if (body != null) {
            out.writeStringProperty("body", Base64.getEncoder().encodeToString(body.toBytes()));
          }
          LineJson.string(out, "sign", edit.sign());
        });
  }

  /** The edit in what {@link #write(String, Edit)} has written. */
  public static Edit edit(JsonNode object) {
    String body = LineReader.textOrNull(object, "body");
    return new Edit(body == null ? null : decoded(body), LineReader.textOrNull(object, "sign"));
  }

  private static Body decoded(String base64) {
    try {
      return Body.wrapping(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw Refusal.badInput("body: not base64 (expected: the bytes to send, in base64)", "");
    }
  }

  public static String write(NewReplay wanted) {
    return LineJson.object(
        out -> {
          out.writeStringProperty("target", wanted.target());
          if (!wanted.deliveries().isEmpty()) {
            out.writeArrayPropertyStart("deliveries");
            wanted.deliveries().forEach(out::writeString);
            out.writeEndArray();
          }
          LineJson.string(out, "q", wanted.filter());
          if (wanted.speed() != null) {
            out.writeNumberProperty("speed", wanted.speed());
          }
          out.writeNumberProperty("concurrency", wanted.concurrency());
          out.writeBooleanProperty("shuffle", wanted.shuffle());
          out.writeNumberProperty("jitterMillis", wanted.jitterMillis());
          if (wanted.seed() != null) {
            out.writeNumberProperty("seed", wanted.seed());
          }
          LineJson.string(out, "sign", wanted.sign());
          out.writeBooleanProperty("dryRun", wanted.dryRun());
        });
  }

  public static NewReplay newReplay(JsonNode object) {
    return new NewReplay(
        LineReader.text(object, "target"),
        object.path("deliveries").values().stream().map(JsonNode::asString).toList(),
        LineReader.textOrNull(object, "q"),
        number(object, "speed") ? Double.valueOf(object.path("speed").asDouble()) : null,
        number(object, "concurrency") ? object.path("concurrency").asInt() : 1,
        object.path("shuffle").asBoolean(false),
        number(object, "jitterMillis") ? object.path("jitterMillis").asLong() : 0,
        number(object, "seed") ? Long.valueOf(object.path("seed").asLong()) : null,
        LineReader.textOrNull(object, "sign"),
        object.path("dryRun").asBoolean(false));
  }

  /** Whether there is one; something else is refused. */
  private static boolean number(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isNumber()) {
      throw Refusal.badInput(name + ": " + value + " (expected: a number)", "");
    }
    return value.isNumber();
  }

  public static String write(SentAgain sent) {
    return LineJson.object(
        out -> {
          LineJson.fields(out, sent.attempt());
          LineJson.string(out, "fingerprint", sent.fingerprint());
          LineJson.string(out, "secret", sent.secret());
        });
  }

  public static SentAgain sentAgain(String json) {
    JsonNode sent = LineReader.parse(json);
    return new SentAgain(
        LineReader.attempt(sent),
        LineReader.textOrNull(sent, "fingerprint"),
        LineReader.textOrNull(sent, "secret"));
  }

  public static String write(BegunReplay begun) {
    return LineJson.object(
        out -> {
          ReplayJson.fields(out, begun.line());
          LineJson.string(out, "secret", begun.secret());
        });
  }

  public static BegunReplay begun(String json) {
    JsonNode begun = LineReader.parse(json);
    return new BegunReplay(ReplayJson.read(begun), LineReader.textOrNull(begun, "secret"));
  }

  public static String write(ReplayLine line) {
    return LineJson.object(out -> ReplayJson.fields(out, line));
  }

  public static ReplayLine line(String json) {
    return ReplayJson.read(LineReader.parse(json));
  }

  public static String write(List<ReplayLine> lines) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("replays");
          lines.forEach(line -> object(out, line));
          out.writeEndArray();
        });
  }

  private static void object(JsonGenerator out, ReplayLine line) {
    out.writeStartObject();
    ReplayJson.fields(out, line);
    out.writeEndObject();
  }

  public static List<ReplayLine> lines(String json) {
    return LineReader.parse(json).path("replays").values().stream().map(ReplayJson::read).toList();
  }
}
