package webhookinspector.stream;

import java.time.Instant;
import webhookinspector.asana.AsanaRefused;

/** How a stream is doing. */
public sealed interface Standing {

  /**
   * All is well.
   *
   * @param caughtUp whether Asana had nothing more to tell when it was last asked
   */
  record Following(boolean caughtUp) implements Standing {}

  /**
   * It goes on by itself.
   *
   * @param failures in a row; 0 when Asana only wants to be left alone
   * @param because one line
   */
  record Waiting(int failures, String because, Instant until) implements Standing {}

  /** It does not go on: Asana says no, and will say so again. */
  record Ended(AsanaRefused why) implements Standing {}
}
