package webhookinspector.asana;

/**
 * No answer of Asana's: the network, a timeout, or something between us that is not Asana. A change
 * may have happened.
 */
public final class AsanaUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what was tried, what came, what to do; never holds the token
   */
  public AsanaUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
