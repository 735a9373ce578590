package webhookinspector.checks;

/** How much of a proof is wanted. */
public enum Size {
  /** Some seconds, for each test run. */
  QUICK,
  /** The numbers that the promise names, for {@code ./dev check}. */
  FULL;

  /** One of two numbers. */
  public int of(int quick, int full) {
    return this == QUICK ? quick : full;
  }
}
