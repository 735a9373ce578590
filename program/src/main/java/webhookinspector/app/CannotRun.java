package webhookinspector.app;

/** The program cannot do what it was asked for; the message says why and what to type next. */
public final class CannotRun extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of trouble it is; the command line turns it into an exit code. */
  public enum Trouble {
    /** The answer is no: not found, not verified. */
    NO,
    /** The call's words, or a setting, are off. */
    USAGE,
    /** Something cannot be reached or is in use by somebody else. */
    UNREACHABLE,
    /** The folder or the disk does not let us keep anything. */
    NOT_KEPT
  }

  private final Trouble trouble;

  /**
   * @param message {@code name: value (expected: …)} and the next step; without any secret
   */
  public CannotRun(Trouble trouble, String message) {
    super(message);
    this.trouble = trouble;
  }

  /** The same with what caused it. */
  public CannotRun(Trouble trouble, String message, Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
  }

  /** What kind of trouble it is. */
  public Trouble trouble() {
    return trouble;
  }
}
