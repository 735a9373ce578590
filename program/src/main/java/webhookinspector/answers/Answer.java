package webhookinspector.answers;

import java.time.Duration;

/**
 * What goes back for a delivery that can be believed and was kept.
 *
 * @param status of HTTP, 200 to 599; 0 cuts the connection instead
 * @param late how long to wait with it, at most ten minutes
 */
public record Answer(int status, Duration late) {

  private static final Duration LATEST = Duration.ofMinutes(10);

  /** What goes back when nobody wants otherwise. */
  public static final Answer OWN = new Answer(200, Duration.ZERO);

  /** Instead of a status. */
  public static final int CUT = 0;

  public Answer {
    if (status != CUT && (status < 200 || status > 599)) {
      throw new IllegalArgumentException("answer: " + status + " (expected: 200 to 599)");
    }
    if (late.isNegative() || late.compareTo(LATEST) > 0) {
      throw new IllegalArgumentException(
          "answer-delay: " + late.toSeconds() + "s (expected: at most 10m)");
    }
  }

  /** As late as that, unless it says itself how late. */
  Answer orLate(Duration otherwise) {
    return late.isZero() ? new Answer(status, otherwise) : this;
  }

  /** Such as {@code 500 (12 s late)}. */
  @Override
  public String toString() {
    String what = status == CUT ? "a cut connection" : Integer.toString(status);
    if (late.isZero()) {
      return what;
    }
    String time = late.toMillis() % 1_000 == 0 ? late.toSeconds() + " s" : late.toMillis() + " ms";
    return what + " (" + time + " late)";
  }
}
