package webhookinspector.conform;

import java.time.Duration;
import java.util.List;

/** Judges how long answers took. */
final class Timing {

  private Timing() {}

  /** By the slowest of them. */
  static Outcome judge(Receiver receiver, List<Answer> answers) {
    Duration slowest =
        answers.stream().map(Answer::took).max(Duration::compareTo).orElse(Duration.ZERO);
    Plan plan = receiver.plan();
    if (slowest.compareTo(plan.limit()) > 0) {
      return new Outcome.Failed(
          "took " + inWords(slowest) + "; Asana gives up after " + inWords(plan.limit()));
    }
    if (slowest.compareTo(plan.warning()) > 0) {
      return new Outcome.Warned(
          "took "
              + inWords(slowest)
              + "; that is within Asana's "
              + inWords(plan.limit())
              + ", but leaves little for the network");
    }
    return new Outcome.Passed("slowest " + inWords(slowest));
  }

  static String inWords(Duration time) {
    long ms = time.toMillis();
    return ms < 1_000 ? ms + " ms" : ms / 1_000 + "." + ms % 1_000 / 100 + " s";
  }
}
