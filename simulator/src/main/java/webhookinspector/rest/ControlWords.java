package webhookinspector.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and numbers as the control page says them. All times are the simulator's, in UTC. */
final class ControlWords {

  private static final DateTimeFormatter MOMENT = utc("uuuu-MM-dd HH:mm:ss 'UTC'");
  private static final DateTimeFormatter OF_DAY = utc("HH:mm:ss.SSS");
  private static final Duration SHORT = Duration.ofHours(1);

  private ControlWords() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  static String ofDay(Instant at) {
    return OF_DAY.format(at);
  }

  /** Relative within an hour, else exact. */
  static String relative(Instant at, Instant now) {
    Duration ahead = Duration.between(now, at);
    Duration distance = ahead.abs();
    if (distance.compareTo(SHORT) >= 0) {
      return moment(at);
    }
    String far =
        distance.toMinutes() == 0
            ? distance.toSeconds() + " s"
            : distance.toMinutes() + " min " + distance.toSecondsPart() + " s";
    return ahead.isNegative() || ahead.isZero() ? far + " ago" : "in " + far;
  }

  static String speed(double speed) {
    if (speed == 0) {
      return "stands still until it is advanced";
    }
    return speed == 1 ? "real time" : number(speed) + " × real time";
  }

  static String number(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%,.0f", number)
        : String.valueOf(number);
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
