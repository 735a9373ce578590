package webhookinspector.web.jetty;

import java.util.List;
import webhookinspector.web.DifferenceJson;
import webhookinspector.web.FilterHelpJson;
import webhookinspector.web.Finding;
import webhookinspector.web.HitJson;
import webhookinspector.web.Refusal;
import webhookinspector.web.Search;
import webhookinspector.web.TimelineJson;

/** Looking back. */
final class FindingRoutes {

  private final Finding finding;

  FindingRoutes(Finding finding) {
    this.finding = finding;
  }

  List<Route> all() {
    return List.of(
        get("/search", this::search),
        get("/filter-fields", call -> Answer.json(filterFields(call))),
        get("/deliveries/{a}/diff/{b}", this::difference),
        get("/deliveries/{id}/previous", this::previous),
        get("/resources", this::things),
        get("/resources/{gid}/timeline", this::timeline));
  }

  private static Route get(String path, Route.Action action) {
    return new Route("GET", Routes.API + path, action);
  }

  private static String filterFields(Call call) {
    call.knows();
    return FilterHelpJson.write();
  }

  private Answer search(Call call) {
    Search search = Routes.search(call);
    return Answer.json(HitJson.write(finding.search(search), search.limit()));
  }

  private Answer previous(Call call) {
    call.knows();
    return Answer.json(DifferenceJson.previous(finding.previous(call.variable("id"))));
  }

  private Answer things(Call call) {
    call.knows("name", "limit");
    int limit = limit(call, 20, Finding.MOST_THINGS);
    return Answer.json(TimelineJson.things(finding.things(call.text("name", ""), limit)));
  }

  private Answer timeline(Call call) {
    call.knows("before", "limit");
    int limit = limit(call, Finding.DEFAULT_EVENTS, Finding.MOST_EVENTS);
    return Answer.json(
        TimelineJson.write(finding.timeline(call.variable("gid"), call.text("before"), limit)));
  }

  private static int limit(Call call, int otherwise, int most) {
    int limit = call.number("limit", otherwise);
    if (limit < 1 || limit > most) {
      throw Refusal.badInput("limit: " + limit + " (expected: 1 to " + most + ")", "");
    }
    return limit;
  }

  private Answer difference(Call call) {
    call.knows();
    return Answer.json(
        DifferenceJson.write(finding.difference(call.variable("a"), call.variable("b"))));
  }
}
