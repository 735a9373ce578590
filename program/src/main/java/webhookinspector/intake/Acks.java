package webhookinspector.intake;

import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;

/** Told of each answer of the receiver port. Stands on the ack path, so it only counts. */
public interface Acks {

  /** Counts nothing. */
  Acks NONE = (status, id, nanos) -> {};

  /**
   * An answer was handed to the socket.
   *
   * @param id of what was kept and believed, or null
   * @param nanos since the end of the request's head
   */
  void answered(int status, @Nullable DeliveryId id, long nanos);
}
