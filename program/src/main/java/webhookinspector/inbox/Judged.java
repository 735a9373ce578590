package webhookinspector.inbox;

import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Delivery;

/**
 * A delivery with what we decided about it, ready to be kept.
 *
 * @param delivery raw; of a handshake the value of {@code X-Hook-Secret} is already replaced by its
 *     fingerprint
 * @param answer the HTTP status that goes, or went, back
 * @param origin of an imported one, what the file says of it; null of all others
 */
public record Judged(
    DeliveryId id,
    InboxName inbox,
    Source source,
    Delivery delivery,
    Judgement judgement,
    int answer,
    @Nullable Origin origin) {

  /** One that was not imported. */
  public Judged(
      DeliveryId id,
      InboxName inbox,
      Source source,
      Delivery delivery,
      Judgement judgement,
      int answer) {
    this(id, inbox, source, delivery, judgement, answer, null);
  }

  /** The same once it is known what went back. */
  public Judged answered(int status) {
    return new Judged(id, inbox, source, delivery, judgement, status, origin);
  }

  /** The same after a later judgement. */
  public Judged judged(Judgement later) {
    return new Judged(id, inbox, source, delivery, later, answer, origin);
  }
}
