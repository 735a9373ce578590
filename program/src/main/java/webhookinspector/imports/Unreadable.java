package webhookinspector.imports;

/** A file is not what it should be. Nothing of it was kept. */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String next;

  /**
   * @param where such as {@code line 7}, or "" for the file as a whole
   * @param what {@code name: value (expected: …)}
   * @param next what to do, or ""
   */
  Unreadable(String where, String what, String next) {
    super(where.isEmpty() ? what : where + ": " + what);
    this.next = next;
  }

  Unreadable(String where, String what) {
    this(where, what, "");
  }

  /** What to type or to do, or "". */
  public String next() {
    return next;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
