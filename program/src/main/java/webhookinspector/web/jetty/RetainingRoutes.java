package webhookinspector.web.jetty;

import java.util.List;
import webhookinspector.web.Admin;
import webhookinspector.web.RetainingJson;

/** How long and how much is kept. */
record RetainingRoutes(Admin admin) {

  List<Route> all() {
    return List.of(
        new Route("GET", Routes.API + "/retention", this::now),
        new Route("POST", Routes.API + "/prunings", this::prune));
  }

  private Answer now(Call call) {
    call.knows();
    return Answer.json(RetainingJson.now(admin.retaining().now()));
  }

  private Answer prune(Call call) {
    var wanted = RetainingJson.pruning(call.knows().body(RetainingJson.PRUNING));
    return Answer.json(RetainingJson.dropped(admin.retaining().prune(wanted)));
  }
}
