package webhookinspector.storage;

/**
 * A file of the data folder cannot be opened as it is, or must not be: broken, locked by another
 * program, written by a newer version, on a disk that cannot be written, or without the settings
 * that durability rests on. Nothing in it was changed.
 */
public final class StorageRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which file, what was found, what was expected, and the next step
   */
  public StorageRefused(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a cause: what was found speaks for itself. */
  public StorageRefused(String message) {
    super(message);
  }
}
