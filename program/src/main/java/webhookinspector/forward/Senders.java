package webhookinspector.forward;

/** Finds who can give deliveries to a target. */
@FunctionalInterface
public interface Senders {

  /**
   * The one for an address.
   *
   * @throws IllegalArgumentException if nothing may ever be sent there, and why
   */
  Sender to(String address);
}
