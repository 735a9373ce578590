package webhookinspector.watch;

import webhookinspector.registry.Alert;

/** Something changed that an operator should know. */
public sealed interface News permits Change, AddressChange {

  /** As an alert, with the next step. */
  Alert alert();
}
