package webhookinspector.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.ledger.Dropped;
import webhookinspector.ledger.Extent;
import webhookinspector.retention.Policy;

/** Retention in JSON: ages in seconds, sizes in bytes. */
public final class RetainingJson {

  /** What a pruning may name. */
  public static final List<String> PRUNING =
      List.of("filter", "keepForSeconds", "keepCount", "keepBytes", "dryRun");

  private RetainingJson() {}

  /** How things are. */
  public static String now(Retaining.Now now) {
    return LineJson.object(
        out -> {
          out.writeName("policy");
          out.writeStartObject();
          policy(out, now.policy());
          out.writeEndObject();
          out.writeNumberProperty("deliveries", now.extent().deliveries());
          out.writeNumberProperty("bytes", now.extent().bytes());
          dropped(out, now.dropped());
        });
  }

  public static Retaining.Now now(JsonNode now) {
    var extent = new Extent(now.path("deliveries").asLong(0), now.path("bytes").asLong(0));
    return new Retaining.Now(policy(now.path("policy")), extent, dropped(now));
  }

  /** What was dropped, or would be. */
  public static String dropped(List<Dropped> dropped) {
    return LineJson.object(out -> dropped(out, dropped));
  }

  public static List<Dropped> dropped(JsonNode answer) {
    return answer.path("dropped").values().stream()
        .map(
            one ->
                new Dropped(
                    LineReader.time(one, "at"),
                    LineReader.text(one, "because"),
                    LineReader.time(one, "from"),
                    LineReader.time(one, "to"),
                    one.path("deliveries").asLong(0),
                    one.path("bytes").asLong(0)))
        .toList();
  }

  private static void dropped(JsonGenerator out, List<Dropped> dropped) {
    out.writeArrayPropertyStart("dropped");
    for (Dropped one : dropped) {
      out.writeStartObject();
      LineJson.time(out, "at", one.at());
      out.writeStringProperty("because", one.because());
      LineJson.time(out, "from", one.from());
      LineJson.time(out, "to", one.to());
      out.writeNumberProperty("deliveries", one.deliveries());
      out.writeNumberProperty("bytes", one.bytes());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** What to drop. */
  public static String pruning(NewPruning wanted) {
    return LineJson.object(
        out -> {
          out.writeStringProperty("filter", wanted.filter());
          policy(out, wanted.policy());
          out.writeBooleanProperty("dryRun", wanted.dryRun());
        });
  }

  public static NewPruning pruning(JsonNode wanted) {
    JsonNode dryRun = wanted.path("dryRun");
    if (!dryRun.isMissingNode() && !dryRun.isBoolean()) {
      throw Refusal.badInput("dryRun: " + dryRun + " (expected: true or false)", "");
    }
    return new NewPruning(
        wanted.path("filter").asString(""), policy(wanted), dryRun.asBoolean(false));
  }

  private static void policy(JsonGenerator out, Policy policy) {
    Duration age = policy.age();
    number(out, "keepForSeconds", age == null ? null : age.toSeconds());
    number(out, "keepCount", policy.count());
    number(out, "keepBytes", policy.bytes());
  }

  private static void number(JsonGenerator out, String name, @Nullable Long number) {
    if (number == null) {
      out.writeNullProperty(name);
    } else {
      out.writeNumberProperty(name, number);
    }
  }

  private static Policy policy(JsonNode policy) {
    Long age = number(policy, "keepForSeconds");
    return new Policy(
        age == null ? null : Duration.ofSeconds(age),
        number(policy, "keepCount"),
        number(policy, "keepBytes"));
  }

  private static @Nullable Long number(JsonNode policy, String name) {
    JsonNode number = policy.path(name);
    if (number.isMissingNode() || number.isNull()) {
      return null;
    }
    if (!number.canConvertToLong() || !number.isIntegralNumber() || number.longValue() < 0) {
      throw Refusal.badInput(name + ": " + number + " (expected: a number, 0 or more)", "");
    }
    return number.longValue();
  }
}
