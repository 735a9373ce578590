package webhookinspector.intake.jetty;

/** A body did not come as it should. Common under attack, so it carries no stack trace. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  Unreadable(int status) {
    super(null, null, false, false);
    this.status = status;
  }

  /** What to answer. */
  int status() {
    return status;
  }
}
