package webhookinspector.conform;

import java.util.List;

/** Turns answers into outcomes, always in the same words. */
final class Expect {

  private Expect() {}

  /** A 2xx. */
  static Outcome accepted(Answer answer, String what) {
    return answer.accepted()
        ? Outcome.passed()
        : new Outcome.Failed(what + " was not accepted: " + answer.inWords());
  }

  /** A 2xx, each. */
  static Outcome allAccepted(List<Answer> answers, String what) {
    return answers.stream()
        .filter(answer -> !answer.accepted())
        .findFirst()
        .map(answer -> accepted(answer, what))
        .orElse(Outcome.passed());
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

  /** The first of them that is not passed, or passed. */
  static Outcome first(Outcome... outcomes) {
    for (Outcome outcome : outcomes) {
      if (!(outcome instanceof Outcome.Passed)) {
        return outcome;
      }
    }
    return outcomes.length == 1 ? outcomes[0] : Outcome.passed();
  }
}
