package webhookinspector.metrics.prometheus;

import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.Set;
import webhookinspector.asana.Calls;
import webhookinspector.metrics.Bounded;
import webhookinspector.metrics.Metric;

/** What Asana's API answers, and how fast. */
final class CallCounts implements Calls {

  /** All that we ever call. */
  private static final Set<String> KNOWN =
      Set.of(
          "POST /webhooks",
          "GET /webhooks",
          "GET /webhooks/{gid}",
          "PUT /webhooks/{gid}",
          "DELETE /webhooks/{gid}",
          "GET /events",
          "GET /users/me",
          "GET /users/{gid}",
          "GET /workspaces",
          "GET /workspaces/{gid}",
          "GET /projects",
          "GET /projects/{gid}",
          "GET /sections/{gid}",
          "GET /tags/{gid}",
          "GET /tasks",
          "GET /tasks/{gid}",
          "GET /teams/{gid}",
          "GET /portfolios/{gid}",
          "GET /goals/{gid}",
          "GET /custom_fields/{gid}");

  private final Histogram calls;

  CallCounts(Instruments instruments) {
    calls =
        instruments.histogram(
            Metric.ASANA_CALL, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 45);
  }

  @Override
  public void called(String call, int status, Duration took) {
    calls
        .labelValues(Bounded.of(call, KNOWN), Bounded.statusClass(status))
        .observe(took.toNanos() / 1e9);
  }
}
