package webhookinspector.ledger;

/** What was kept cannot be read as it was written. Its bytes are never handed out. */
public final class Damaged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which delivery or file, what is wrong with it, and the next step
   */
  public Damaged(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a cause: the bytes do not have the hash that was stored with them. */
  public Damaged(String message) {
    super(message);
  }
}
