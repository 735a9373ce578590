package webhookinspector.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.LineReader;
import webhookinspector.web.SimulatorControls.Choice;
import webhookinspector.web.SimulatorControls.Injected;
import webhookinspector.web.SimulatorControls.State;

/** Writes and reads how the simulator is doing. */
public final class SimulatorJson {

  private SimulatorJson() {}

  /** {@code simulator} is null when there is none. */
  public static String write(@Nullable State state) {
    return LineJson.object(
        out -> {
          if (state == null) {
            out.writeNullProperty("simulator");
            return;
          }
          out.writeObjectPropertyStart("simulator");
          LineJson.time(out, "now", state.now());
          out.writeNumberProperty("speed", state.speed());
          out.writeNumberProperty("changesPerSecond", state.changesPerSecond());
          out.writeNumberProperty("waiting", state.waiting());
          faults(out, state.faults());
          choices(out, "kinds", state.kinds());
          choices(out, "scenarios", state.scenarios());
          out.writeEndObject();
        });
  }

  private static void faults(JsonGenerator out, List<Injected> faults) {
    out.writeArrayPropertyStart("faults");
    for (Injected fault : faults) {
      out.writeStartObject();
      out.writeNumberProperty("number", fault.number());
      out.writeStringProperty("fault", fault.fault());
      LineJson.time(out, "until", fault.until());
      out.writeNumberProperty("struck", fault.struck());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void choices(JsonGenerator out, String name, List<Choice> choices) {
    out.writeArrayPropertyStart(name);
    for (Choice choice : choices) {
      out.writeStartObject();
      out.writeStringProperty("name", choice.name());
      out.writeStringProperty("says", choice.says());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  public static @Nullable State read(String json) {
    JsonNode read = LineReader.parse(json).path("simulator");
    return read.isObject()
        ? new State(
            LineReader.time(read, "now"),
            read.path("speed").asDouble(),
            read.path("changesPerSecond").asDouble(),
            read.path("waiting").asLong(),
            read.path("faults").values().stream().map(SimulatorJson::injected).toList(),
            choices(read.path("kinds")),
            choices(read.path("scenarios")))
        : null;
  }

  private static Injected injected(JsonNode fault) {
    return new Injected(
        fault.path("number").asInt(),
        LineReader.text(fault, "fault"),
        LineReader.timeOrNull(fault, "until"),
        fault.path("struck").asLong());
  }

  private static List<Choice> choices(JsonNode list) {
    return list.values().stream()
        .map(choice -> new Choice(LineReader.text(choice, "name"), LineReader.text(choice, "says")))
        .toList();
  }

  /** A body with one name and a text. */
  public static String text(String name, String text) {
    return LineJson.object(out -> out.writeStringProperty(name, text));
  }

  /** A body with one name and a number. */
  public static String number(String name, double number) {
    return LineJson.object(out -> out.writeNumberProperty(name, number));
  }
}
