package webhookinspector.forward;

import webhookinspector.inbox.Judged;
import webhookinspector.outbox.Letter;

/** Gives a delivery to one target and waits for what it makes of it. */
public interface Sender {

  /**
   * Tries once. Never throws for what the target does.
   *
   * @param letter what was tried before
   * @param judged the delivery, with its bytes
   */
  Result send(Letter letter, Judged judged);
}
