package webhookinspector.replay;

import java.util.Optional;
import java.util.function.Supplier;
import webhookinspector.inbox.DeliveryId;

/** Where a replay gets what it sends. Safe for many threads. */
@FunctionalInterface
interface Parcels {

  /**
   * Makes one ready; what is given back sends it and waits for its answer. Empty when there is no
   * such delivery any more. Both may throw {@link NotSent} and {@link CannotSign}.
   */
  Optional<Supplier<Sent>> ready(DeliveryId delivery);
}
