package webhookinspector.conform;

import java.util.function.Supplier;

/** Turns answers into outcomes, always in the same words. */
final class Expect {

  private Expect() {}

  /** A 2xx. */
  static Outcome accepted(Answer answer, String what) {
    return answer.accepted()
        ? Outcome.passed()
        : new Outcome.Failed(what + " was not accepted: " + answer.inWords());
  }

  /** Anything but a 2xx; a crash counts as refusing, for other checks look at crashes. */
  static Outcome notAccepted(Answer answer, String what) {
    if (answer.accepted()) {
      return new Outcome.Failed(what + " was accepted: " + answer.inWords());
    }
    return answer.refused()
        ? Outcome.passed()
        : new Outcome.Passed("not accepted, but not refused with 4xx either: " + answer.inWords());
  }

  /** Any answer but 5xx, and an answer at all. */
  static Outcome noCrash(Answer answer, String what) {
    return answer.crashed()
        ? new Outcome.Failed(what + " made the receiver fail: " + answer.inWords())
        : Outcome.passed();
  }

  /** A 4xx and nothing else. */
  static Outcome refused(Answer answer, String what) {
    return answer.refused()
        ? Outcome.passed()
        : new Outcome.Failed(what + " was not refused with 4xx: " + answer.inWords());
  }

  /**
   * The first of them that is not passed, or passed. What comes after that one is not tried, so
   * that the last exchange is the one to show.
   */
  @SafeVarargs
  static Outcome first(Supplier<Outcome>... trials) {
    Outcome outcome = Outcome.passed();
    for (Supplier<Outcome> trial : trials) {
      outcome = trial.get();
      if (!(outcome instanceof Outcome.Passed)) {
        return outcome;
      }
    }
    return trials.length == 1 ? outcome : Outcome.passed();
  }
}
