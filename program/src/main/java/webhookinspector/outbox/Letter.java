package webhookinspector.outbox;

import java.time.Instant;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;

/**
 * A delivery on its way to a target that has not taken it yet.
 *
 * @param target its number
 * @param position in the ledger, of the delivery or of the later judgement that made it believable
 * @param tries how often the target was reached with it
 * @param since when it was tried first
 * @param next when it may be tried again
 * @param dead whether it is not tried again by itself
 * @param because why it was not taken, one line; "" before the first try
 */
public record Letter(
    long target,
    Position position,
    DeliveryId delivery,
    int tries,
    Instant since,
    Instant next,
    boolean dead,
    String because) {

  /** One that was never tried. */
  public static Letter fresh(long target, Position position, DeliveryId delivery) {
    return new Letter(target, position, delivery, 0, Instant.EPOCH, Instant.EPOCH, false, "");
  }

  /** Given up. */
  public Letter buried(String why) {
    return new Letter(target, position, delivery, tries, since, next, true, why);
  }

  /** As if it had never been tried. */
  public Letter revived() {
    return fresh(target, position, delivery);
  }
}
