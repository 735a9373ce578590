package webhookinspector.history;

/**
 * A problem whose remedy is known: some characters of the filter are to be others. Becomes a {@link
 * FilterProblem} where the whole filter is at hand.
 */
final class FilterMending extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FilterProblem problem;
  private final int from;
  private final int length;
  private final String instead;

  /**
   * @param from position of the first character to replace, from 1
   * @param length how many; 0 to insert
   */
  FilterMending(FilterProblem problem, int from, int length, String instead) {
    super(problem);
    this.problem = problem;
    this.from = from;
    this.length = length;
    this.instead = instead;
  }

  /** The problem, with what the filter should be. */
  FilterProblem of(String filter) {
    return problem.mended(
        filter.substring(0, from - 1) + instead + filter.substring(from - 1 + length));
  }
}
