package webhookinspector.app;

import webhookinspector.web.Admin;
import webhookinspector.web.Refusal;

/** The admin port of the process that holds a folder. */
final class RemoteAdmin {

  private RemoteAdmin() {}

  @SuppressWarnings("DoNotCallSuggester") // until the port can be asked
  static Admin of(RunningFile holder) {
    throw Refusal.notPossibleNow(
        "data: held by pid " + holder.pid() + " (expected: nobody, for now)", "End it first.");
  }
}
