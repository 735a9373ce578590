package webhookinspector.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How urgent something is, the most urgent last. */
public enum Level {
  /** All is well, or well again. */
  GOOD,
  /** Worth a look. */
  WARN,
  /** Something is broken. */
  ALARM,
  /** Something will be lost soon, or is. */
  CRITICAL;

  /** As it stands in JSON, SQL and metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that word. */
  public static Optional<Level> of(String word) {
    return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
  }

  /** Whether nothing is wrong. */
  public boolean isGood() {
    return this == GOOD;
  }

  /** The more urgent of the two. */
  public Level or(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
