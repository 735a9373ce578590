package webhookinspector.forward;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Letter;

/**
 * What came of one try.
 *
 * @param status an HTTP status or an exit code, or null when there was none
 * @param taken whether the target took the delivery
 * @param reached whether it may have got it at all; otherwise the try does not count against the
 *     delivery
 * @param because why it was not taken, one line, or null
 * @param pause how long the target wants to be left alone
 * @param answerBody as in {@link Attempt}
 */
public record Result(
    @Nullable Integer status,
    Duration took,
    boolean taken,
    boolean reached,
    @Nullable String because,
    Optional<Duration> pause,
    @Nullable String answerBody) {

  /** It took the delivery. */
  public static Result taken(int status, Duration took) {
    return new Result(status, took, true, true, null, Optional.empty(), null);
  }

  /** It has answered, and did not take it. */
  public static Result refused(
      int status, Duration took, String because, Optional<Duration> pause) {
    return new Result(status, took, false, true, because, pause, null);
  }

  /** As it is remembered. */
  Attempt attempt(Letter letter, String target, Instant at) {
    return new Attempt(
        letter.delivery(),
        target,
        at,
        status,
        took.toMillis(),
        because,
        Attempt.Source.FORWARD,
        letter.delivery().text(),
        answerBody);
  }

  /** The same, with what the target said. */
  public Result saying(@Nullable String body) {
    return new Result(status, took, taken, reached, because, pause, body);
  }

  /** There was no answer. */
  public static Result failed(Duration took, boolean reached, String because) {
    return new Result(null, took, false, reached, because, Optional.empty(), null);
  }
}
