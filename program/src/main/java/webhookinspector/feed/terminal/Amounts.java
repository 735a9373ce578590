package webhookinspector.feed.terminal;

import java.time.Duration;
import java.util.Locale;

/** Numbers with units, short enough for a column of seven. */
public final class Amounts {

  private Amounts() {}

  /** Such as {@code 412 B}, {@code 1.2 kB}, {@code 1.0 MB}. */
  public static String size(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 999_500 ? scaled(bytes / 1e3) + " kB" : scaled(bytes / 1e6) + " MB";
  }

  /** Such as {@code 320 ms}, {@code 2.1 s}, {@code 3.4 min}, {@code 5.0 h}, {@code 3 d}. */
  public static String time(Duration time) {
    long millis = time.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return scaled(millis / 1e3) + " s";
    }
    if (millis < 3_600_000) {
      return scaled(millis / 60e3) + " min";
    }
    return millis < 86_400_000 ? scaled(millis / 3_600e3) + " h" : time.toDays() + " d";
  }

  private static String scaled(double number) {
    return String.format(Locale.ROOT, number < 9.95 ? "%.1f" : "%.0f", number);
  }
}
