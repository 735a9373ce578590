package webhookinspector.asana.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long Asana wants us to wait. Seconds by its own docs, a date by RFC 9110, 10.2.3. */
final class RetryAfter {

  /** When a 429 does not say; what Asana's own Java client waits then. */
  static final Duration UNSAID = Duration.ofSeconds(60);

  /** Beyond this nobody waits anyway, and clocks overflow. */
  private static final long MAX_SECONDS = Duration.ofDays(365).toSeconds();

  private RetryAfter() {}

  /**
   * @param now for a date when the answer has no {@code Date} of its own, whose clock counts first
   */
  static Optional<Duration> in(Answer answer, Instant now) {
    return answer.header("Retry-After").flatMap(text -> parse(text.strip(), answer, now));
  }

  private static Optional<Duration> parse(String text, Answer answer, Instant now) {
    if (text.matches("\\d+")) {
      return Optional.of(Duration.ofSeconds(seconds(text)));
    }
    Instant there = answer.header("Date").flatMap(RetryAfter::date).orElse(now);
    return date(text)
        .map(until -> Duration.between(there, until))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .map(wait -> wait.toSeconds() > MAX_SECONDS ? Duration.ofSeconds(MAX_SECONDS) : wait);
  }

  private static long seconds(String digits) {
    return digits.length() > 9 ? MAX_SECONDS : Math.min(MAX_SECONDS, Long.parseLong(digits));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
