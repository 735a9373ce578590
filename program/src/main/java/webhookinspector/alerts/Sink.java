package webhookinspector.alerts;

import webhookinspector.registry.Alert;

/** Somewhere outside that alerts go to. */
public interface Sink {

  /** A few words for people, without anything secret, such as {@code hooks.example.com}. */
  String name();

  /**
   * Passes it on and waits for what comes of it. For one thread.
   *
   * @throws NotPassed if it did not arrive
   */
  void pass(Alert alert) throws NotPassed, InterruptedException;

  /** An alert did not arrive. */
  final class NotPassed extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param because one line without anything secret
     */
    public NotPassed(String because) {
      super(because);
    }
  }
}
