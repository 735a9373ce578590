package webhookinspector.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import webhookinspector.faults.ActiveFaults;
import webhookinspector.faults.Fault;
import webhookinspector.faults.FaultKind;
import webhookinspector.faults.Scenario;
import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Times;

/** Injects faults, tells which are at work, and takes them away. */
record FaultControls(ActiveFaults faults) {

  void addTo(Router router) {
    router.addWaiting("GET", "/faults", "", request -> list());
    router.addWaiting("POST", "/faults", "", this::inject);
    router.addWaiting("DELETE", "/faults", "", request -> clear());
    router.addWaiting("DELETE", "/faults/{number}", "", this::remove);
  }

  private Reply inject(Request request) {
    String fault = request.text("fault").orElse(null);
    String scenario = request.text("scenario").orElse(null);
    List<Integer> numbers = inject(fault, scenario, request.input());
    ArrayNode data = Json.array();
    faults.list().stream()
        .filter(each -> numbers.contains(each.number()))
        .forEach(each -> data.add(record(each)));
    return Reply.data(data);
  }

  private List<Integer> inject(
      @Nullable String fault, @Nullable String scenario, ObjectNode input) {
    if (fault != null && scenario == null) {
      return List.of(faults.inject(made(fault, input)));
    }
    if (scenario != null && fault == null) {
      checkAlone(input);
      return faults.play(Scenario.named(scenario));
    }
    throw Refused.badRequest(
        "fault, scenario: "
            + (fault == null ? "neither" : "both")
            + " (expected: one, such as {\"fault\":\"lost:0.01\"}; GET /faults lists them)");
  }

  private static Fault made(String text, ObjectNode input) {
    Fault fault = Fault.parse(text);
    for (var entry : input.properties()) {
      if (!entry.getKey().equals("fault")) {
        fault = fault.with(entry.getKey(), entry.getValue().asString(""));
      }
    }
    return fault;
  }

  private static void checkAlone(ObjectNode input) {
    for (String key : input.propertyNames()) {
      if (!key.equals("scenario")) {
        throw Refused.badRequest(key + ": beside a scenario (expected: nothing beside it)");
      }
    }
  }

  private Reply clear() {
    faults.clear();
    return Reply.done();
  }

  private Reply remove(Request request) {
    String number = request.name("number");
    if (!faults.remove((int) Control.number("number", number))) {
      throw Refused.unknown("fault", number);
    }
    return Reply.done();
  }

  private Reply list() {
    ObjectNode out = Json.object();
    ArrayNode data = out.putArray("data");
    faults.list().forEach(each -> data.add(record(each)));
    ArrayNode kinds = out.putArray("kinds");
    for (FaultKind kind : FaultKind.values()) {
      kinds.add(kind.word());
    }
    ObjectNode scenarios = out.putObject("scenarios");
    Scenario.all().forEach(each -> scenarios.put(each.name(), each.story()));
    return Reply.of(200, out);
  }

  private static ObjectNode record(ActiveFaults.Injected injected) {
    ObjectNode out = Json.object();
    out.put("number", injected.number()).put("fault", injected.fault().text());
    out.put("from", Times.text(injected.from()));
    out.put("until", injected.until() == null ? null : Times.text(injected.until()));
    return out.put("struck", injected.struck());
  }
}
