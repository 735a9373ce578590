package webhookinspector.watch;

import webhookinspector.registry.Alert;

/** Something changed that an operator should know. */
public sealed interface News permits Change, AddressChange {

  /**
   * Whether nobody needs to be told: what was so before we started, and asks nothing of anybody.
   */
  default boolean quiet() {
    return false;
  }

  /** As an alert, with the next step. */
  Alert alert();
}
