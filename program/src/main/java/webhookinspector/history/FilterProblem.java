package webhookinspector.history;

/** A filter that cannot be read; the message says where, what was expected, and what was meant. */
public final class FilterProblem extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int position;

  /**
   * @param position of the first character that is off, from 1
   * @param problem such as {@code actoin (expected: a field such as action)}
   */
  public FilterProblem(int position, String problem) {
    super("filter: position " + position + ": " + problem);
    this.position = position;
  }

  /** Of the first character that is off, from 1. */
  public int position() {
    return position;
  }
}
