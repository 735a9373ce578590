package webhookinspector.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;

/** One line of the ledger. */
public sealed interface Entry {

  Position position();

  /** A delivery that came. */
  record Kept(Position position, Judged judged) implements Entry {}

  /**
   * What we decided later about one that came before.
   *
   * @param answer what really went back, when this entry is about that; otherwise null
   */
  record JudgedAgain(
      Position position,
      DeliveryId delivery,
      Judgement judgement,
      Instant at,
      @Nullable Integer answer)
      implements Entry {

    /** About the judgement alone. */
    public JudgedAgain(Position position, DeliveryId delivery, Judgement judgement, Instant at) {
      this(position, delivery, judgement, at, null);
    }
  }
}
