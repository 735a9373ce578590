package webhookinspector.retention;

import java.util.Set;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;

/** What others still need of the ledger. */
public interface Holds {

  /** Nobody needs anything. */
  Holds NONE = () -> new Needed(Set.of(), new Position(Long.MAX_VALUE));

  /** At this moment. */
  Needed now();

  /**
   * What is needed.
   *
   * @param deliveries these
   * @param behind and everything behind this position
   */
  record Needed(Set<DeliveryId> deliveries, Position behind) {}
}
