package webhookinspector.conform;

import java.time.Duration;
import java.util.List;

/**
 * One check, what it found, and the evidence.
 *
 * @param mistake the check's, unless the receiver made a worse one
 * @param exchanges in the order of sending; at most {@value Evidence#MOST_SHOWN}
 */
public record Result(
    Check check, Outcome outcome, Mistake mistake, List<Exchange> exchanges, Duration took) {

  public Result {
    exchanges = List.copyOf(exchanges);
  }

  /** What to change. */
  public String mend() {
    return mistake == check.mistake() ? check.mend() : mistake.mend();
  }
}
