package webhookinspector.faults;

import java.util.List;
import java.util.Optional;

/**
 * Asked before everything that the local Asana sends or answers, and free to change it. Called from
 * many threads; must return at once, for delays are part of the decision.
 */
public interface Faults {

  /** Behaves as documented. */
  Faults NONE = new Faults() {};

  /** What really leaves when Asana means to send {@code parcel}. */
  default Plan onDelivery(Parcel parcel) {
    return Plan.asMeant(parcel);
  }

  /**
   * How events are put together for a webhook; asked when an event arrives and when a batch is
   * sent.
   */
  default Batching onBatch(String webhook, Batching normal) {
    return normal;
  }

  /** What still comes to a webhook's target when it is gone; asked while the world is held. */
  default List<Plan.Sending> onDeletion(String webhook) {
    return List.of();
  }

  /** What is wrong with a page of the events endpoint; empty: nothing. */
  default Optional<StreamFault> onPage(String resource) {
    return Optional.empty();
  }

  /** What happens to a REST call instead of, or before, being answered; empty: nothing. */
  default Optional<CallFault> onCall(String method, String path) {
    return Optional.empty();
  }
}
