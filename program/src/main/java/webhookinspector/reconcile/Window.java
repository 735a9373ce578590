package webhookinspector.reconcile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time that an account is about. Both ends belong to it. */
public record Window(Instant from, Instant to) {

  public Window {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "window: " + from + " to " + to + " (expected: an end that is not before its beginning)");
    }
  }

  boolean holds(@Nullable Instant at) {
    return at != null && !at.isBefore(from) && !at.isAfter(to);
  }

  /** Whether something that lasts from one time to another, either unknown, lies partly in it. */
  boolean meets(@Nullable Instant begin, @Nullable Instant end) {
    return (begin == null || !begin.isAfter(to)) && (end == null || !end.isBefore(from));
  }
}
