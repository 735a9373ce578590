package webhookinspector.forward;

/** Finds who can give deliveries to a target. */
public interface Senders {

  /**
   * The one for an address. Whether anything may be sent there is asked on each connection.
   *
   * @throws IllegalArgumentException if it is no address
   */
  Sender to(String address);

  /**
   * Refuses an address before it is saved.
   *
   * @throws IllegalArgumentException if nothing may ever be sent there, and why
   */
  void refuseDenied(String address);
}
