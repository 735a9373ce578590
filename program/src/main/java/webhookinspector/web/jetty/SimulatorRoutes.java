package webhookinspector.web.jetty;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import webhookinspector.web.Refusal;
import webhookinspector.web.SimulatorControls;
import webhookinspector.web.SimulatorJson;

/** The controls of this process' own simulator; each change answers how it is doing then. */
final class SimulatorRoutes {

  private static final String PATH = Routes.API + "/simulator";
  private static final double BUSIEST = 100;
  private static final int LONGEST_NAME = 1_000;

  private final SimulatorControls simulator;

  SimulatorRoutes(SimulatorControls simulator) {
    this.simulator = simulator;
  }

  List<Route> all() {
    return List.of(
        new Route("GET", PATH, this::shown),
        new Route("POST", PATH + "/changes", this::change),
        new Route("PUT", PATH + "/team", this::team),
        new Route("POST", PATH + "/clock", this::advance),
        new Route("POST", PATH + "/faults", this::inject),
        new Route("DELETE", PATH + "/faults", this::behave),
        new Route("DELETE", PATH + "/faults/{number}", this::remove));
  }

  private Answer shown(Call call) {
    call.knows();
    return state();
  }

  private Answer state() {
    return Answer.json(SimulatorJson.write(simulator.state()));
  }

  private Answer change(Call call) {
    JsonNode body = call.knows().body(List.of("count", "task"));
    if (body.has("task")) {
      String name = body.path("task").asString("");
      if (name.isBlank() || name.length() > LONGEST_NAME) {
        throw Refusal.badInput("task: no name (expected: 1 to " + LONGEST_NAME + " letters)", "");
      }
      simulator.addTask(name);
    } else {
      int most = SimulatorControls.MOST_CHANGES;
      simulator.change((int) number(body, "count", 1, most));
    }
    return state();
  }

  private Answer team(Call call) {
    JsonNode body = call.knows().body(List.of("changesPerSecond"));
    simulator.team(number(body, "changesPerSecond", 0, BUSIEST));
    return state();
  }

  private Answer advance(Call call) {
    String text = call.knows().body(List.of("advance")).path("advance").asString("");
    simulator.advance(duration(text));
    return state();
  }

  private static Duration duration(String text) {
    try {
      Duration by = Duration.parse(text);
      if (by.isPositive() && by.compareTo(SimulatorControls.FARTHEST) <= 0) {
        return by;
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    throw Refusal.badInput(
        "advance: " + text + " (expected: a duration such as PT8H, 30 days at most)", "");
  }

  private Answer inject(Call call) {
    JsonNode body = call.knows().body(List.of("fault", "scenario"));
    if (body.has("fault") == body.has("scenario")) {
      throw Refusal.badInput(
          "fault, scenario: one of them is wanted (expected: such as {\"fault\":\"lost:0.1\"})",
          "");
    }
    if (body.has("fault")) {
      simulator.inject(body.path("fault").asString(""));
    } else {
      simulator.play(body.path("scenario").asString(""));
    }
    return state();
  }

  private Answer behave(Call call) {
    call.knows();
    simulator.behave();
    return Answer.empty(204, Map.of());
  }

  private Answer remove(Call call) {
    call.knows();
    String number = call.variable("number");
    if (!number.matches("[0-9]{1,9}")) {
      throw Refusal.badInput("fault: " + number + " (expected: its number)", "");
    }
    simulator.remove(Integer.parseInt(number));
    return Answer.empty(204, Map.of());
  }

  private static double number(JsonNode body, String name, double least, double most) {
    JsonNode value = body.path(name);
    if (value.isNumber() && value.asDouble() >= least && value.asDouble() <= most) {
      return value.asDouble();
    }
    throw Refusal.badInput(
        name + ": " + value + " (expected: " + (long) least + " to " + (long) most + ")", "");
  }
}
