package webhookinspector.conform;

import java.time.Duration;
import java.util.List;

/**
 * One check, what it found, and the evidence.
 *
 * @param exchanges in the order of sending; at most {@value Receiver#MOST_EXCHANGES_SHOWN}
 */
public record Result(Check check, Outcome outcome, List<Exchange> exchanges, Duration took) {

  public Result {
    exchanges = List.copyOf(exchanges);
  }
}
