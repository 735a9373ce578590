package webhookinspector.ledger;

/** A delivery may not be on disk. Whoever sent it must be told to try again. */
public final class NotKept extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which delivery, where, and what to do, without a byte of the body
   */
  public NotKept(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a cause: the ledger is closed, or more wait than it can take. */
  public NotKept(String message) {
    super(message);
  }
}
