package webhookinspector.web.jetty;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import webhookinspector.web.Admin;
import webhookinspector.web.BegunReplay;
import webhookinspector.web.NewReplay;
import webhookinspector.web.ReplayingJson;

/** What sends deliveries again. */
record ReplayRoutes(Admin admin) {

  /** A body of 1 MiB in base64, and what stands around it. */
  private static final int MOST_BYTES = 2 << 20;

  List<Route> all() {
    String many = Routes.API + "/replays";
    return List.of(
        new Route("POST", Routes.API + "/deliveries/{id}/replays", this::one),
        new Route("GET", many, this::list),
        new Route("POST", many, this::begin),
        new Route("GET", many + "/{replay}", this::find),
        new Route("DELETE", many + "/{replay}", this::stop));
  }

  private Answer one(Call call) {
    JsonNode body = call.knows().body(ReplayingJson.ONE, MOST_BYTES);
    String target = body.path("target").asString("");
    return Answer.json(
        ReplayingJson.write(
            admin.replaying().send(call.variable("id"), target, ReplayingJson.edit(body))));
  }

  private Answer list(Call call) {
    call.knows();
    return Answer.json(ReplayingJson.write(admin.replaying().list()));
  }

  private Answer begin(Call call) {
    JsonNode body = call.knows().body(ReplayingJson.MANY, MOST_BYTES);
    NewReplay wanted = ReplayingJson.newReplay(body);
    BegunReplay begun = admin.replaying().begin(wanted);
    String json = ReplayingJson.write(begun);
    Map<String, String> location = Map.of("Location", Routes.API + "/replays/" + begun.line().id());
    return wanted.dryRun() ? Answer.json(json) : Answer.json(201, json, location);
  }

  private Answer find(Call call) {
    call.knows();
    return Answer.json(ReplayingJson.write(admin.replaying().find(call.variable("replay"))));
  }

  private Answer stop(Call call) {
    call.knows();
    return Answer.json(ReplayingJson.write(admin.replaying().stop(call.variable("replay"))));
  }
}
