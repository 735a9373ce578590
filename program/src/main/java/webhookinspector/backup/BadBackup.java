package webhookinspector.backup;

/** A backup is not what it should be; nothing was changed because of it. */
public final class BadBackup extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message {@code name: value (expected: …)}
   */
  public BadBackup(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
