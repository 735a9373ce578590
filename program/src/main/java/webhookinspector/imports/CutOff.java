package webhookinspector.imports;

/** The ledger took only a part of a file. */
public final class CutOff extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CutOff(long kept, long wanted, Throwable cause) {
    super(
        "import: "
            + kept
            + " of "
            + wanted
            + " new deliveries are kept (expected: all): "
            + cause.getMessage(),
        cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
