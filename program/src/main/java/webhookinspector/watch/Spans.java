package webhookinspector.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations for people. */
public final class Spans {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Spans() {}

  /** To the minute; seconds below one. */
  public static String words(Duration duration) {
    if (duration.isNegative()) {
      return "0 s";
    }
    if (duration.toMinutes() == 0) {
      return duration.toSeconds() + " s";
    }
    String minutes = duration.toMinutesPart() + " min";
    return duration.toHours() == 0 ? minutes : duration.toHours() + " h " + minutes;
  }

  /** Milliseconds as seconds with one decimal, from ten seconds on as {@link #words}. */
  public static String lag(long millis) {
    return Math.abs(millis) < 10_000
        ? String.format(Locale.ROOT, "%.1f s", millis / 1_000.0)
        : words(Duration.ofMillis(millis));
  }

  /** To the minute, in UTC: who reads an alert may be anywhere. */
  static String moment(Instant at) {
    return MINUTE.format(at);
  }
}
