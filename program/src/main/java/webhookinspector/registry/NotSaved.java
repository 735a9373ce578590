package webhookinspector.registry;

/** A change of the registry may not be on disk. */
public final class NotSaved extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what was to be saved and where, without any secret
   */
  public NotSaved(String message, Throwable cause) {
    super(message, cause);
  }
}
