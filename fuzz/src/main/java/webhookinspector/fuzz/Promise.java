package webhookinspector.fuzz;

/** What a reader promises whatever it reads. */
final class Promise {

  private Promise() {}

  /**
   * @throws BrokenPromise when it does not hold
   */
  static void that(boolean holds, String promise) {
    if (!holds) {
      throw new BrokenPromise(promise);
    }
  }

  /** A reader did what it said it never does. */
  static final class BrokenPromise extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenPromise(String promise) {
      super(promise);
    }
  }
}
