package webhookinspector.checks;

/**
 * What came of a check.
 *
 * @param numbers what was done and measured, one line; or why it could not be done here
 */
public record Outcome(State state, String numbers) {

  /** The three ends of a check. */
  public enum State {
    PASS,
    FAIL,
    SKIP
  }

  /** Passes if it holds. */
  public static Outcome of(boolean holds, String numbers) {
    return new Outcome(holds ? State.PASS : State.FAIL, numbers);
  }

  /** This machine lacks something that the check needs. */
  public static Outcome skipped(String because) {
    return new Outcome(State.SKIP, because);
  }
}
