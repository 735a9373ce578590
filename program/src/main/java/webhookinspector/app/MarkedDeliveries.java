package webhookinspector.app;

import java.util.function.UnaryOperator;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Marking;
import webhookinspector.indexer.Indexer;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.registry.Registry;
import webhookinspector.web.Markings;
import webhookinspector.web.Refusal;

/** {@link Markings} by whoever has the folder: the registry remembers them, the history shows. */
final class MarkedDeliveries implements Markings {

  private final Registry registry;
  private final KeptDeliveries kept;
  private final Indexer indexer;

  MarkedDeliveries(Registry registry, KeptDeliveries kept, Indexer indexer) {
    this.registry = registry;
    this.kept = kept;
    this.indexer = indexer;
  }

  @Override
  public DeliveryLine pin(String idOrStart, boolean pinned) {
    return change(idOrStart, marking -> marking.pinned(pinned));
  }

  @Override
  public DeliveryLine note(String idOrStart, String note) {
    return change(idOrStart, marking -> marking.noting(note));
  }

  /** One at a time, so that a pin and a note given at once both stay. */
  private synchronized DeliveryLine change(String idOrStart, UnaryOperator<Marking> change) {
    var id = new DeliveryId(kept.line(idOrStart).id());
    registry.mark(id, change.apply(registry.marking(id)));
    return indexer
        .refresh(id)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "delivery: " + id + " is no longer kept (expected: one that is)", ""));
  }
}
