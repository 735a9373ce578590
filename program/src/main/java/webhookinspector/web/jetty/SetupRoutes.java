package webhookinspector.web.jetty;

import java.util.List;
import webhookinspector.web.AdminReader;
import webhookinspector.web.Refusal;
import webhookinspector.web.Setup;
import webhookinspector.web.SetupJson;

/** What somebody needs to know before a webhook is created. */
final class SetupRoutes {

  private static final int DEFAULT_LIMIT = 20;

  private final Setup setup;

  SetupRoutes(Setup setup) {
    this.setup = setup;
  }

  List<Route> all() {
    return List.of(
        new Route("GET", Routes.API + "/setup", this::conditions),
        new Route("GET", Routes.API + "/workspaces", this::workspaces),
        new Route("GET", Routes.API + "/workspaces/{gid}/resources", this::meant),
        new Route("POST", Routes.API + "/webhooks/lint", this::lint));
  }

  private Answer conditions(Call call) {
    call.knows();
    return Answer.json(SetupJson.conditions(setup.conditions()));
  }

  private Answer workspaces(Call call) {
    call.knows();
    return Answer.json(SetupJson.resources(setup.workspaces()));
  }

  private Answer meant(Call call) {
    call.knows("type", "words", "limit");
    int limit = call.number("limit", DEFAULT_LIMIT);
    if (limit < 1 || limit > Setup.MOST) {
      throw Refusal.badInput("limit: " + limit + " (expected: 1 to " + Setup.MOST + ")", "");
    }
    String type = call.text("type", "project");
    if (!type.matches("[a-z_]{1,40}")) {
      throw Refusal.badInput("type: " + type + " (expected: a word such as project)", "");
    }
    return Answer.json(
        SetupJson.resources(
            setup.meant(Routes.gid(call, "workspace"), type, call.text("words", ""), limit)));
  }

  private Answer lint(Call call) {
    call.knows();
    var wanted = AdminReader.newWebhook(call.body(List.of("resource", "filters")));
    return Answer.json(SetupJson.linted(setup.lint(wanted)));
  }
}
