package webhookinspector.ledger;

import java.time.Instant;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;

/** One line of the ledger. */
public sealed interface Entry {

  Position position();

  /** A delivery that came. */
  record Kept(Position position, Judged judged) implements Entry {}

  /** What we decided later about one that came before. */
  record JudgedAgain(Position position, DeliveryId delivery, Judgement judgement, Instant at)
      implements Entry {}
}
