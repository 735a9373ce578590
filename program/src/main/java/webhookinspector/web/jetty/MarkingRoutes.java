package webhookinspector.web.jetty;

import java.util.List;
import java.util.Map;
import webhookinspector.feed.LineReader;
import webhookinspector.web.Admin;
import webhookinspector.web.MarkingJson;

/** Pins, notes and saved filters. */
record MarkingRoutes(Admin admin) {

  List<Route> all() {
    return List.of(
        new Route("PUT", Routes.API + "/deliveries/{id}/pin", call -> pin(call, true)),
        new Route("DELETE", Routes.API + "/deliveries/{id}/pin", call -> pin(call, false)),
        new Route("PUT", Routes.API + "/deliveries/{id}/note", this::note),
        new Route("GET", Routes.API + "/filters", this::filters),
        new Route("GET", Routes.API + "/filters/{name}", this::filter),
        new Route("PUT", Routes.API + "/filters/{name}", this::save),
        new Route("DELETE", Routes.API + "/filters/{name}", this::remove));
  }

  private Answer pin(Call call, boolean pinned) {
    call.knows();
    return Answer.json(MarkingJson.line(admin.markings().pin(call.variable("id"), pinned)));
  }

  private Answer note(Call call) {
    call.knows();
    String note = LineReader.text(call.body(List.of("note")), "note");
    return Answer.json(MarkingJson.line(admin.markings().note(call.variable("id"), note)));
  }

  private Answer filters(Call call) {
    call.knows();
    return Answer.json(MarkingJson.filters(admin.savedFilters().all()));
  }

  private Answer filter(Call call) {
    call.knows();
    return Answer.json(MarkingJson.filter(admin.savedFilters().named(call.name("name"))));
  }

  private Answer save(Call call) {
    call.knows();
    String filter = LineReader.text(call.body(List.of("filter")), "filter");
    return Answer.json(MarkingJson.filter(admin.savedFilters().save(call.name("name"), filter)));
  }

  private Answer remove(Call call) {
    call.knows();
    admin.savedFilters().remove(call.name("name"));
    return Answer.empty(204, Map.of());
  }
}
