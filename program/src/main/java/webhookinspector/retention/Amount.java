package webhookinspector.retention;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages and sizes as people type them, and the other way round. */
public final class Amount {

  private static final Pattern AGE = Pattern.compile("([0-9]{1,6})(s|m|h|d|w)");
  private static final Pattern SIZE = Pattern.compile("(?i)([0-9]{1,9})(KB|MB|GB|TB)");
  private static final String UNITS = "KMGT";

  private Amount() {}

  /**
   * {@code 12h}, {@code 30d}, {@code 4w}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Duration age(String text) {
    Matcher age = AGE.matcher(text);
    if (!age.matches()) {
      throw new IllegalArgumentException(text + " (expected: an age such as 12h, 30d or 4w)");
    }
    long number = Long.parseLong(age.group(1));
    return switch (age.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofDays(7 * number);
    };
  }

  /**
   * {@code 500MB}, {@code 5GB}: powers of a thousand, in bytes.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static long size(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new IllegalArgumentException(text + " (expected: a size such as 500MB or 5GB)");
    }
    long number = Long.parseLong(size.group(1));
    int unit = UNITS.indexOf(size.group(2).toUpperCase(Locale.ROOT).charAt(0));
    return Math.multiplyExact(number, (long) Math.pow(1_000, unit + 1.0));
  }

  /** In the largest unit that fits. */
  public static String age(Duration age) {
    if (age.toHours() % 24 == 0 && age.toDays() > 0) {
      return age.toDays() + " d";
    }
    return age.toSeconds() % 3_600 == 0 ? age.toHours() + " h" : age.toSeconds() + " s";
  }

  /** With three digits at most. */
  public static String size(long bytes) {
    double rest = bytes;
    int unit = -1;
    while (rest >= 1_000 && unit < UNITS.length() - 1) {
      rest /= 1_000;
      unit++;
    }
    return unit < 0
        ? bytes + " B"
        : String.format(Locale.ROOT, rest < 10 ? "%.1f %cB" : "%.0f %cB", rest, UNITS.charAt(unit));
  }
}
