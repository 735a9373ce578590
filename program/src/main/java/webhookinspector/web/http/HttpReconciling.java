package webhookinspector.web.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.web.Reconciling;
import webhookinspector.web.ReconcilingJson;

/** {@link Reconciling} through the admin port. */
record HttpReconciling(Exchange exchange) implements Reconciling {

  @Override
  public List<Account> reconcile(@Nullable String webhook, Duration since, @Nullable Duration lag) {
    String query =
        HttpAdmin.query(
            "webhook",
            webhook,
            "since",
            since.toSeconds(),
            "lag",
            lag == null ? null : lag.toSeconds());
    return ReconcilingJson.read(exchange.get("/reconciliation" + query));
  }
}
