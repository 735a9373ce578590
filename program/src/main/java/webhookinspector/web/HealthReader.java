package webhookinspector.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import webhookinspector.event.Ref;
import webhookinspector.feed.LineReader;
import webhookinspector.registry.Level;
import webhookinspector.watch.ClockSkew;
import webhookinspector.watch.HealthReport;
import webhookinspector.watch.Lag;
import webhookinspector.watch.SelfPing;
import webhookinspector.watch.WebhookHealth;
import webhookinspector.watch.Word;

/** Reads what {@link HealthJson} writes. {@link IllegalArgumentException} for anything else. */
final class HealthReader {

  private HealthReader() {}

  static HealthReport report(String json) {
    JsonNode report = LineReader.parse(json);
    return new HealthReport(
        LineReader.time(report, "at"),
        level(report),
        report.path("webhooks").values().stream().map(HealthReader::webhook).toList(),
        report.path("selfPings").values().stream().map(HealthReader::ping).toList(),
        skew(report.path("clockSkew")));
  }

  static WebhookHealth webhook(JsonNode line) {
    Ref resource = LineReader.ref(line.path("resource"));
    return new WebhookHealth(
        LineReader.text(line, "webhook"),
        LineReader.textOrNull(line, "inbox"),
        resource == null ? new Ref("", null, null, null) : resource,
        word(line),
        level(line),
        LineReader.timeOrNull(line, "since"),
        sentences(line),
        LineReader.textOrNull(line, "next"),
        LineReader.timeOrNull(line, "askedAt"),
        LineReader.timeOrNull(line, "lastSuccessAt"),
        LineReader.timeOrNull(line, "lastHeardAt"),
        LineReader.timeOrNull(line, "heartbeatDue"),
        line.path("deliveryRetryCount").asInt(0),
        LineReader.timeOrNull(line, "nextAttemptAfter"),
        LineReader.timeOrNull(line, "failureDeletionTimestamp"),
        lag(line.path("lag")));
  }

  private static List<String> sentences(JsonNode line) {
    return line.path("sentences").values().stream().map(JsonNode::asString).toList();
  }

  private static Word word(JsonNode line) {
    String text = LineReader.text(line, "word");
    return Arrays.stream(Word.values())
        .filter(word -> word.word().equals(text))
        .findFirst()
        .orElseThrow(() -> odd("word", text));
  }

  private static Level level(JsonNode line) {
    String text = LineReader.text(line, "level");
    return Level.of(text).orElseThrow(() -> odd("level", text));
  }

  private static @Nullable Lag lag(JsonNode lag) {
    return lag.isObject()
        ? new Lag(
            lag.path("events").asInt(0),
            lag.path("p50").asLong(0),
            lag.path("p90").asLong(0),
            lag.path("p99").asLong(0),
            lag.path("max").asLong(0))
        : null;
  }

  private static SelfPing ping(JsonNode ping) {
    JsonNode millis = ping.path("millis");
    return new SelfPing(
        LineReader.text(ping, "address"),
        ping.path("ok").asBoolean(false),
        LineReader.time(ping, "at"),
        LineReader.time(ping, "since"),
        millis.isNumber() ? Long.valueOf(millis.asLong()) : null,
        LineReader.textOrNull(ping, "because"));
  }

  private static @Nullable ClockSkew skew(JsonNode skew) {
    return skew.isObject()
        ? new ClockSkew(
            skew.path("millis").asLong(0),
            skew.path("within").asLong(0),
            LineReader.text(skew, "from"))
        : null;
  }

  private static IllegalArgumentException odd(String name, String text) {
    return new IllegalArgumentException(
        name + ": " + text + " (expected: one that this version knows)");
  }
}
