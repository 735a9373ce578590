package webhookinspector.web.jetty;

import java.util.List;
import webhookinspector.web.DifferenceJson;
import webhookinspector.web.Finding;

/** Looking back. */
final class FindingRoutes {

  private final Finding finding;

  FindingRoutes(Finding finding) {
    this.finding = finding;
  }

  List<Route> all() {
    return List.of(new Route("GET", Routes.API + "/deliveries/{a}/diff/{b}", this::difference));
  }

  private Answer difference(Call call) {
    call.knows();
    return Answer.json(
        DifferenceJson.write(finding.difference(call.variable("a"), call.variable("b"))));
  }
}
