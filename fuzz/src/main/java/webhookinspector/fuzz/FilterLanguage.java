package webhookinspector.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.history.FilterProblem;

/** A filter that somebody typed, or that stood in an address somebody sent. */
public final class FilterLanguage {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private FilterLanguage() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, UTF_8);
    try {
      FilterExpression filter = FilterParser.parse(text, NOW);
      Promise.that(
          filter.equals(FilterParser.parse(" " + text + " ", NOW))
              || text.length() + 2 > FilterParser.LONGEST,
          "blanks around a filter mean nothing");
    } catch (FilterProblem problem) {
      Promise.that(
          problem.position() >= 1
              && problem.position() <= Math.max(text.length(), FilterParser.LONGEST) + 1,
          "a problem tells a place in the text");
      Promise.that(!String.valueOf(problem.getMessage()).isEmpty(), "a problem is told in words");
    }
  }
}
