package webhookinspector.app;

import java.util.concurrent.locks.Lock;
import java.util.function.UnaryOperator;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Marking;
import webhookinspector.indexer.Indexer;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.ledger.Ledger;
import webhookinspector.registry.Registry;
import webhookinspector.web.Markings;
import webhookinspector.web.Refusal;

/** {@link Markings} by whoever has the folder: the registry remembers them, the history shows. */
final class MarkedDeliveries implements Markings {

  private final Registry registry;
  private final Ledger ledger;
  private final Lock marking;
  private final KeptDeliveries kept;
  private final Indexer indexer;

  MarkedDeliveries(Core core, KeptDeliveries kept) {
    this.registry = core.registry();
    this.ledger = core.ledger();
    this.marking = core.marking();
    this.kept = kept;
    this.indexer = core.indexer();
  }

  @Override
  public DeliveryLine pin(String idOrStart, boolean pinned) {
    return change(idOrStart, marking -> marking.pinned(pinned));
  }

  @Override
  public DeliveryLine note(String idOrStart, String note) {
    return change(idOrStart, marking -> marking.noting(note));
  }

  /** One at a time, so that a pin and a note given at once both stay, and nothing pinned goes. */
  private DeliveryLine change(String idOrStart, UnaryOperator<Marking> change) {
    marking.lock();
    try {
      return changeNow(new DeliveryId(kept.line(idOrStart).id()), change);
    } finally {
      marking.unlock();
    }
  }

  private DeliveryLine changeNow(DeliveryId id, UnaryOperator<Marking> change) {
    Marking before = registry.marking(id);
    Marking after = change.apply(before);
    registry.mark(id, after);
    if (after.pinned() != before.pinned()) {
      ledger.thinning().spare(id, after.pinned());
    }
    return indexer
        .refresh(id)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "delivery: " + id + " is no longer kept (expected: one that is)", ""));
  }
}
