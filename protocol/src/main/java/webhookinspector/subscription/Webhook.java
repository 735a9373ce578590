package webhookinspector.subscription;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;

/**
 * A subscription as Asana tells it. The compact form lacks everything behind {@code target}.
 *
 * @param gid Asana's id
 * @param active false: it produces no deliveries; no call sets it
 * @param resource what is watched
 * @param target where Asana posts to, query included; fixed for life
 * @param filters empty: everything
 * @param createdAt null in the compact form
 * @param lastSuccessAt the last accepted delivery, heartbeats included; older than about 8 h means
 *     trouble
 * @param lastFailureAt null before the first failure
 * @param lastFailureContent what the target answered then; "" before the first failure
 * @param deliveryRetryCount since the last success
 * @param nextAttemptAfter null when healthy
 * @param failureDeletionTimestamp when Asana will delete it unless a delivery succeeds; null when
 *     healthy
 */
public record Webhook(
    String gid,
    boolean active,
    Ref resource,
    URI target,
    List<Filter> filters,
    @Nullable Instant createdAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFailureAt,
    String lastFailureContent,
    int deliveryRetryCount,
    @Nullable Instant nextAttemptAfter,
    @Nullable Instant failureDeletionTimestamp) {

  public Webhook {
    filters = List.copyOf(filters);
  }
}
