package webhookinspector.stream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to rest before asking again: shortly after news, longer and longer while it is quiet,
 * longer still while it fails. A value; pure.
 *
 * @param rest when all is well
 * @param failures in a row
 */
record Pace(Manner manner, Duration rest, int failures) {

  /** Upper end of the first pause after a failure; doubled with each one more. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(4);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  static Pace of(Manner manner) {
    return new Pace(manner, manner.quick(), 0);
  }

  /** There were events. */
  Pace busy() {
    return new Pace(manner, manner.quick(), 0);
  }

  /** There were none. */
  Pace quiet() {
    Duration longer = rest.multipliedBy(3).dividedBy(2);
    return new Pace(manner, longer.compareTo(manner.slow()) < 0 ? longer : manner.slow(), 0);
  }

  Pace failed() {
    return new Pace(manner, rest, failures + 1);
  }

  /**
   * Until the next question.
   *
   * @param jitter spreads those who failed together
   */
  Duration rest(RandomGenerator jitter) {
    if (failures == 0) {
      return rest;
    }
    long most =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures - 1, 10));
    return Duration.ofMillis(most / 2 + jitter.nextLong(most / 2 + 1));
  }
}
