package webhookinspector.web.jetty;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import webhookinspector.forward.TargetStatus;
import webhookinspector.web.Admin;
import webhookinspector.web.AttemptJson;
import webhookinspector.web.Forwarding;
import webhookinspector.web.ForwardingJson;
import webhookinspector.web.Refusal;

/** What looks after targets. */
record ForwardRoutes(Admin admin) {

  private static final String TARGETS = Routes.API + "/targets";
  private static final String ONE = TARGETS + "/{number}";

  List<Route> all() {
    return List.of(
        new Route("GET", TARGETS, this::list),
        new Route("POST", TARGETS, this::add),
        new Route("DELETE", ONE, this::remove),
        new Route("POST", ONE + "/pause", call -> pause(call, true)),
        new Route("POST", ONE + "/resume", call -> pause(call, false)),
        new Route("GET", ONE + "/dead", this::dead),
        new Route("GET", ONE + "/attempts", this::attempts),
        new Route("POST", ONE + "/retries", this::retry));
  }

  private Forwarding forwarding() {
    return admin.forwarding();
  }

  private Answer list(Call call) {
    call.knows();
    return Answer.json(ForwardingJson.write(forwarding().targets()));
  }

  private Answer add(Call call) {
    JsonNode body = call.knows().body(ForwardingJson.NEW_TARGET);
    String address = body.path("target").asString("");
    TargetStatus added =
        forwarding()
            .add(
                address,
                body.path("filter").asString(""),
                ForwardingJson.strings(body.path("headers")));
    Map<String, String> location = Map.of("Location", TARGETS + "/" + added.number());
    return Answer.json(201, ForwardingJson.write(added), location);
  }

  private Answer remove(Call call) {
    forwarding().remove(number(call.knows()));
    return Answer.empty(204, Map.of());
  }

  private Answer pause(Call call, boolean paused) {
    return Answer.json(ForwardingJson.write(forwarding().pause(number(call.knows()), paused)));
  }

  private Answer dead(Call call) {
    int limit = Routes.limit(call.knows("limit"), 1_000);
    return Answer.json(ForwardingJson.letters(forwarding().dead(number(call), limit)));
  }

  private Answer attempts(Call call) {
    int limit = Routes.limit(call.knows("limit"), 1_000);
    return Answer.json(AttemptJson.write(forwarding().attempts(number(call), limit)));
  }

  private Answer retry(Call call) {
    JsonNode body = call.knows().body(List.of("delivery"));
    String delivery = body.path("delivery").asString("");
    int count = forwarding().retry(number(call), delivery.isEmpty() ? null : delivery);
    return Answer.json(ForwardingJson.retried(count));
  }

  private static long number(Call call) {
    String number = call.variable("number");
    if (!number.matches("[0-9]{1,18}")) {
      throw Refusal.badInput(
          "target: " + number + " (expected: the number of one)",
          "`inspector forward list` shows them.");
    }
    return Long.parseLong(number);
  }
}
