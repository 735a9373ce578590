package webhookinspector.web.jetty;

import java.util.List;
import webhookinspector.web.Admin;
import webhookinspector.web.AdminJson;
import webhookinspector.web.OverviewJson;
import webhookinspector.web.Refusal;

/** Numbers about many deliveries: how many match, and what charts are drawn from. */
final class ChartRoutes {

  private static final int MOST_MINUTES = 100_000;
  private static final int MOST_STEPS = 1_000;

  private final Admin admin;

  ChartRoutes(Admin admin) {
    this.admin = admin;
  }

  List<Route> all() {
    return List.of(
        new Route("GET", Routes.API + "/count", this::count),
        new Route("GET", Routes.API + "/arrivals", this::arrivals),
        new Route("GET", Routes.API + "/overview", this::overview));
  }

  private Answer count(Call call) {
    String filter = call.knows("q", "before").text("q", "");
    return Answer.json(AdminJson.count(admin.count(filter, call.position("before"))));
  }

  private Answer arrivals(Call call) {
    int minutes = call.knows("q", "minutes", "steps").number("minutes", 60);
    check("minutes", minutes, MOST_MINUTES);
    int steps = call.number("steps", Math.min(minutes, MOST_STEPS));
    check("steps", steps, MOST_STEPS);
    return Answer.json(OverviewJson.arrivals(admin.arrivals(call.text("q", ""), minutes, steps)));
  }

  private static void check(String name, int number, int most) {
    if (number < 1 || number > most) {
      throw Refusal.badInput(name + ": " + number + " (expected: 1 to " + most + ")", "");
    }
  }

  private Answer overview(Call call) {
    return Answer.json(OverviewJson.overview(admin.overview(call.knows("q").text("q", ""))));
  }
}
