package webhookinspector.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.forward.TargetStatus;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;
import webhookinspector.outbox.Letter;

/** Targets and dead letters in JSON, written and read. */
public final class ForwardingJson {

  /** What a new target is told by. */
  public static final List<String> NEW_TARGET = List.of("target", "filter", "headers");

  private ForwardingJson() {}

  public static String write(List<TargetStatus> targets) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("targets");
          targets.forEach(
              target -> {
                out.writeStartObject();
                fields(out, target);
                out.writeEndObject();
              });
          out.writeEndArray();
        });
  }

  public static String write(TargetStatus target) {
    return LineJson.object(out -> fields(out, target));
  }

  private static void fields(JsonGenerator out, TargetStatus target) {
    out.writeNumberProperty("number", target.number());
    out.writeStringProperty("target", target.address());
    out.writeStringProperty("filter", target.filter());
    out.writeBooleanProperty("saved", target.saved());
    strings(out, "headers", target.headers());
    out.writeStringProperty("state", target.state());
    out.writeStringProperty("detail", target.detail());
    out.writeNumberProperty("waiting", target.waiting());
    out.writeNumberProperty("behind", target.behind());
    out.writeNumberProperty("dead", target.dead());
    LineJson.time(out, "nextTry", target.nextTry());
  }

  public static String newTarget(String address, String filter, List<String> headers) {
    return LineJson.object(
        out -> {
          out.writeStringProperty("target", address);
          out.writeStringProperty("filter", filter);
          strings(out, "headers", headers);
        });
  }

  private static void strings(JsonGenerator out, String name, List<String> strings) {
    out.writeArrayPropertyStart(name);
    strings.forEach(out::writeString);
    out.writeEndArray();
  }

  /** Each of a list in a field; none where it is missing. */
  public static List<String> strings(JsonNode list) {
    return list.values().stream().map(JsonNode::asString).toList();
  }

  public static String letters(List<Letter> letters) {
    return LineJson.object(
        out -> {
          out.writeArrayPropertyStart("letters");
          letters.forEach(
              letter -> {
                out.writeStartObject();
                fields(out, letter);
                out.writeEndObject();
              });
          out.writeEndArray();
        });
  }

  /** A dead letter, within an object. */
  public static void fields(JsonGenerator out, Letter letter) {
    out.writeNumberProperty("target", letter.target());
    out.writeNumberProperty("position", letter.position().number());
    out.writeStringProperty("delivery", letter.delivery().text());
    out.writeNumberProperty("tries", letter.tries());
    LineJson.time(out, "since", letter.since());
    out.writeStringProperty("because", letter.because());
  }

  /** Which delivery to try again, or all. */
  public static String retry(@Nullable String idOrStart) {
    return LineJson.object(
        out -> {
          if (idOrStart != null) {
            out.writeStringProperty("delivery", idOrStart);
          }
        });
  }

  public static String retried(int count) {
    return LineJson.object(out -> out.writeNumberProperty("retried", count));
  }

  public static List<TargetStatus> targets(String json) {
    return LineReader.parse(json).path("targets").values().stream()
        .map(ForwardingJson::target)
        .toList();
  }

  public static TargetStatus target(String json) {
    return target(LineReader.parse(json));
  }

  private static TargetStatus target(JsonNode target) {
    return new TargetStatus(
        target.path("number").asLong(0),
        LineReader.text(target, "target"),
        LineReader.text(target, "filter"),
        target.path("saved").asBoolean(false),
        strings(target.path("headers")),
        LineReader.text(target, "state"),
        LineReader.text(target, "detail"),
        target.path("waiting").asLong(0),
        target.path("behind").asLong(0),
        target.path("dead").asLong(0),
        LineReader.timeOrNull(target, "nextTry"));
  }

  /** Dead letters. */
  public static List<Letter> readLetters(String json) {
    return LineReader.parse(json).path("letters").values().stream()
        .map(
            letter ->
                new Letter(
                    letter.path("target").asLong(0),
                    new Position(letter.path("position").asLong(0)),
                    new DeliveryId(LineReader.text(letter, "delivery")),
                    letter.path("tries").asInt(0),
                    LineReader.time(letter, "since"),
                    LineReader.time(letter, "since"),
                    true,
                    LineReader.text(letter, "because")))
        .toList();
  }

  public static int readRetried(String json) {
    return LineReader.parse(json).path("retried").asInt(0);
  }
}
