package webhookinspector.outbox;

/** The outbox cannot be read or written at this moment. */
public final class OutboxTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what could not be done, where, and the next step
   */
  public OutboxTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
