package webhookinspector.history;

/** The history could not answer or take something in. No delivery is lost: the ledger has them. */
public final class HistoryTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what failed and the next step
   */
  public HistoryTrouble(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a cause. */
  public HistoryTrouble(String message) {
    super(message);
  }
}
