package webhookinspector.faults;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/** Faults as people type them. */
final class FaultText {

  private static final String KEYS = "probability, times, after, lasting, by, amount or on";

  private FaultText() {}

  static Fault parse(String text) {
    String[] parts = text.split(",", -1);
    String[] head = parts[0].split(":", 2);
    Fault fault = Fault.of(FaultKind.of(head[0].strip()));
    if (head.length == 2) {
      fault = with(fault, "probability", head[1]);
    }
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      if (pair.length < 2) {
        throw new IllegalArgumentException(
            "fault: "
                + text
                + " (expected: NAME[:PROBABILITY][,KEY=VALUE]...; keys: "
                + KEYS
                + ")");
      }
      fault = with(fault, pair[0].strip(), pair[1]);
    }
    return fault;
  }

  /** The same fault with one more thing said. */
  static Fault with(Fault fault, String key, String given) {
    String value = given.strip();
    return switch (key) {
      case "probability" -> fault.withProbability(probability(value));
      case "times" -> fault.times(number(key, value));
      case "after" -> fault.after(time(key, value));
      case "lasting" -> fault.lasting(time(key, value));
      case "by" -> fault.by(time(key, value));
      case "amount" -> fault.amount(number(key, value));
      case "on" -> fault.on(value);
      default -> throw new IllegalArgumentException(key + ": unknown (expected: " + KEYS + ")");
    };
  }

  private static double probability(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw wrong("probability", value, "above 0 to 1", e);
    }
  }

  private static int number(String key, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw wrong(key, value, "a whole number", e);
    }
  }

  private static Duration time(String key, String value) {
    try {
      return Duration.parse(value);
    } catch (DateTimeParseException e) {
      throw wrong(key, value, "a duration such as PT90S or PT8H", e);
    }
  }

  private static IllegalArgumentException wrong(
      String key, String value, String expected, RuntimeException cause) {
    return new IllegalArgumentException(
        key + ": " + value + " (expected: " + expected + ")", cause);
  }

  static String write(Fault fault) {
    FaultKind kind = fault.kind();
    var out = new StringBuilder(kind.word());
    if (fault.probability() < 1) {
      out.append(':').append(fault.probability());
    }
    if (fault.times() != Fault.ALWAYS) {
      out.append(",times=").append(fault.times());
    }
    if (!fault.after().isZero()) {
      out.append(",after=").append(fault.after());
    }
    if (fault.lasting() != null) {
      out.append(",lasting=").append(fault.lasting());
    }
    if (!fault.by().equals(kind.by())) {
      out.append(",by=").append(fault.by());
    }
    if (fault.amount() != kind.amount()) {
      out.append(",amount=").append(fault.amount());
    }
    if (!Objects.equals(fault.on(), kind.on())) {
      out.append(",on=").append(fault.on());
    }
    return out.toString();
  }
}
