package webhookinspector.forward;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import webhookinspector.delivery.Headers;

/** How long a target wants to be left alone: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

  private RetryAfter() {}

  /** Nothing if it does not say, or not so that it can be read; never longer than we obey. */
  static Optional<Duration> in(Headers headers, Instant now) {
    return headers.first("Retry-After").map(String::strip).flatMap(text -> parse(text, now));
  }

  private static Optional<Duration> parse(String text, Instant now) {
    if (text.matches("[0-9]+")) {
      return Optional.of(
          text.length() > 6
              ? Condition.LONGEST_PAUSE
              : shortened(Duration.ofSeconds(Long.parseLong(text))));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(shortened(Duration.between(now, until)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration shortened(Duration pause) {
    if (pause.isNegative()) {
      return Duration.ZERO;
    }
    return pause.compareTo(Condition.LONGEST_PAUSE) > 0 ? Condition.LONGEST_PAUSE : pause;
  }
}
