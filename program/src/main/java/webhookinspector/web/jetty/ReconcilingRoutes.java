package webhookinspector.web.jetty;

import java.time.Duration;
import java.util.List;
import webhookinspector.web.Admin;
import webhookinspector.web.Reconciling;
import webhookinspector.web.ReconcilingJson;

/** Whether anything is missing. */
final class ReconcilingRoutes {

  private final Admin admin;

  ReconcilingRoutes(Admin admin) {
    this.admin = admin;
  }

  List<Route> all() {
    return List.of(new Route("GET", Routes.API + "/reconciliation", this::reconcile));
  }

  private Answer reconcile(Call call) {
    call.knows("webhook", "since", "lag");
    Duration since =
        Duration.ofSeconds(call.number("since", (int) Reconciling.LONGEST.toSeconds()));
    Duration lag = call.text("lag") == null ? null : Duration.ofSeconds(call.number("lag", 0));
    return Answer.json(
        ReconcilingJson.write(admin.reconciling().reconcile(call.text("webhook"), since, lag)));
  }
}
