package webhookinspector.history;

import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Position;

/**
 * Which lines are wanted.
 *
 * @param filter in the filter language
 * @param after only lines behind this position, or null
 * @param before only lines in front of this position, or null
 */
public record Query(FilterExpression filter, @Nullable Position after, @Nullable Position before) {

  /** Everything. */
  public static final Query ALL = new Query(FilterExpression.ALL, null, null);
}
