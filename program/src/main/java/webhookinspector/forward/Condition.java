package webhookinspector.forward;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How a target is doing, and what follows: one that fails again and again is left alone and then
 * tried with a single delivery; one that is back is not overrun.
 */
final class Condition {

  /** Longer than this nobody makes us wait, whatever {@code Retry-After} says. */
  static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** So many failures in a row and it counts as down. */
  static final int DOWN = 5;

  private static final Duration FIRST = Duration.ofMillis(500);

  /** Whoever restarts what he works on does not want to wait longer. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Backoff backoff;
  private int failures;
  private boolean tried;
  private boolean catchingUp = true;
  private Instant heldUntil = Instant.MIN;
  private String because = "";

  Condition(RandomGenerator random) {
    this.backoff = new Backoff(FIRST, LONGEST, random);
  }

  void note(Result result, Instant now) {
    tried = true;
    if (result.taken()) {
      failures = 0;
      because = "";
      heldUntil = Instant.MIN;
      return;
    }
    because = result.because() == null ? "" : result.because();
    failures = result.reached() ? failures + 1 : Math.max(failures + 1, DOWN);
    if (isDown()) {
      catchingUp = true;
      hold(now.plus(backoff.after(failures - DOWN + 1)));
    }
    result.pause().ifPresent(pause -> hold(now.plus(shortened(pause))));
  }

  private static Duration shortened(Duration pause) {
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private void hold(Instant until) {
    if (until.isAfter(heldUntil)) {
      heldUntil = until;
    }
    catchingUp = true;
  }

  /** It is tried again at once, because somebody says that it is back. */
  void forgive() {
    failures = 0;
    heldUntil = Instant.MIN;
  }

  /** Something has gathered that it is to be given slowly. */
  void behind() {
    catchingUp = true;
  }

  /** It has all that there is. */
  void level() {
    if (!isDown()) {
      catchingUp = false;
    }
  }

  boolean isDown() {
    return failures >= DOWN;
  }

  boolean isFailing() {
    return failures > 0;
  }

  boolean wasTried() {
    return tried;
  }

  boolean isCatchingUp() {
    return catchingUp;
  }

  Instant heldUntil() {
    return heldUntil;
  }

  /** Why the last try failed; "" if it did not. */
  String because() {
    return because;
  }
}
