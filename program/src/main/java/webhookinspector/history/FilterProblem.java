package webhookinspector.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A filter that cannot be read; the message says where, what was expected, and what was meant.
 * Where it is known what was meant, a second line says the whole filter as it should be.
 */
public final class FilterProblem extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int position;
  private final String problem;
  private final @Nullable String mended;

  /**
   * @param position of the first character that is off, from 1
   * @param problem such as {@code actoin (expected: a field such as action)}
   */
  public FilterProblem(int position, String problem) {
    this(position, problem, null);
  }

  private FilterProblem(int position, String problem, @Nullable String mended) {
    super(
        "filter: position "
            + position
            + ": "
            + problem
            + (mended == null ? "" : "\nTry: " + mended));
    this.position = position;
    this.problem = problem;
    this.mended = mended;
  }

  /** The same, once it is known how the whole filter should be. */
  FilterProblem mended(String whole) {
    return new FilterProblem(position, problem, whole);
  }

  /** Of the first character that is off, from 1. */
  public int position() {
    return position;
  }

  /** The filter as it was probably meant. */
  public Optional<String> mended() {
    return Optional.ofNullable(mended);
  }
}
