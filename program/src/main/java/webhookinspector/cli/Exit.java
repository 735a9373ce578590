package webhookinspector.cli;

/** Exit codes, the same for every command. */
final class Exit {

  /** Done. */
  static final int OK = 0;

  /** The answer is no: not verified, not found, target refused, does not conform. */
  static final int NO = 1;

  /** The call's words are off. */
  static final int USAGE = 2;

  /** Cannot reach something, or not connected. */
  static final int UNREACHABLE = 3;

  /** Asana refused. */
  static final int REFUSED = 4;

  /** Could not keep. */
  static final int NOT_KEPT = 5;

  /** Interrupted. */
  static final int INTERRUPTED = 130;

  private Exit() {}
}
