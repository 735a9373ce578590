package webhookinspector.forward;

import webhookinspector.delivery.Headers;

/** Finds who can give deliveries to a target. */
public interface Senders {

  /**
   * The one for an address. Whether anything may be sent there is asked on each connection.
   *
   * @param own headers of the user's own
   * @throws IllegalArgumentException if it is no address
   */
  Sender to(String address, Headers own);

  /**
   * Refuses an address before it is saved.
   *
   * @throws IllegalArgumentException if nothing may ever be sent there, and why
   */
  void refuseDenied(String address);
}
