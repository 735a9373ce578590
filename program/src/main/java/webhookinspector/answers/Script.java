package webhookinspector.answers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers in their order. In text:
 *
 * <pre>
 * script = step { ", then" step }
 * step   = what [ times ] [ "after" time ]
 * what   = a status of 200 to 599 | "ok" (200) | "fail" (500) | "cut" (the connection)
 * time   = such as 500ms, 12s or 2m
 * </pre>
 *
 * A step without {@code times} holds for ever, so only the last may be one; behind a last step with
 * {@code times} comes our own answer.
 *
 * @param text as it was given
 */
public record Script(String text, List<Step> steps) {

  private static final Pattern THEN = Pattern.compile("\\s*,\\s*(?:then\\s+)?|\\s+then\\s+");
  private static final Pattern STEP =
      Pattern.compile(
          "([1-9][0-9]{2}|ok|succeed|fail|cut)(?: the connection)?"
              + "(?:\\s+([1-9][0-9]{0,5})(?:\\s+times)?)?"
              + "(?:\\s+after\\s+([0-9]{1,6})(ms|s|m))?");

  /** Longer ones are a mistake. */
  private static final int MOST = 100;

  /**
   * One answer, given several times.
   *
   * @param times 0 for ever
   */
  public record Step(Answer answer, int times) {

    @Override
    public String toString() {
      return answer
          + (times == 0
              ? " to every delivery"
              : times == 1 ? " to the next one" : " to the next " + times);
    }
  }

  public Script {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a script.
   *
   * @param late how late answers are that do not say so themselves
   * @throws IllegalArgumentException with what was expected
   */
  public static Script parse(String text, Duration late) {
    var steps = new ArrayList<Step>();
    for (String part : THEN.split(text.strip(), MOST + 1)) {
      if (!steps.isEmpty() && steps.getLast().times() == 0) {
        throw wrong(part, "nothing: what stands before it goes on for ever. Say how often");
      }
      steps.add(step(part.strip(), late));
    }
    if (steps.size() > MOST) {
      throw wrong(text, "at most " + MOST + " steps");
    }
    return new Script(text.strip(), steps);
  }

  private static Step step(String text, Duration late) {
    Matcher step = STEP.matcher(text);
    if (!step.matches()) {
      throw wrong(text, "such as: fail 3, then ok; or 503 after 12s; or cut 1, then 500");
    }
    int times = step.group(2) == null ? 0 : Integer.parseInt(step.group(2));
    var answer = new Answer(status(step.group(1)), time(step.group(3), step.group(4)));
    return new Step(answer.orLate(late), times);
  }

  private static int status(String what) {
    return switch (what) {
      case "ok", "succeed" -> 200;
      case "fail" -> 500;
      case "cut" -> Answer.CUT;
      default -> Integer.parseInt(what);
    };
  }

  private static Duration time(String number, String unit) {
    if (number == null) {
      return Duration.ZERO;
    }
    long amount = Long.parseLong(number);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  private static IllegalArgumentException wrong(String found, String expected) {
    return new IllegalArgumentException("answer: " + found + " (expected: " + expected + ")");
  }

  /** Such as {@code 500 to the next 3, then 200 to every delivery}. */
  @Override
  public String toString() {
    String told = steps.stream().map(Step::toString).collect(Collectors.joining(", then "));
    return steps.getLast().times() == 0 ? told : told + ", then our own";
  }
}
