package webhookinspector.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.DeliveryLine;

/**
 * What watchers are told. Each has a {@code type} in JSON; the component names are the JSON names.
 */
public sealed interface Line {

  /** A delivery or handshake that was kept, or one that was judged again. */
  record OfDelivery(DeliveryLine delivery) implements Line {}

  /**
   * Something an operator should know.
   *
   * @param topic as in {@link webhookinspector.registry.Alert}
   */
  record OfAlert(Instant at, @Nullable String inbox, String topic, String message)
      implements Line {}

  /** The state of the whole program changed. */
  record OfState(Instant at, State state) implements Line {}
}
