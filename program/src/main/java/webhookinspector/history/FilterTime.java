package webhookinspector.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The times of {@code since} and {@code before}: an age such as {@code 2h}, a day, or an instant.
 * Days begin at midnight UTC, so that a filter means the same wherever it is sent.
 */
public final class FilterTime {

  /** For errors and help. */
  public static final String EXPECTED =
      "an age such as 30s, 5m, 2h, 7d or 1w, a day such as 2026-06-12,"
          + " or a time such as 2026-06-12T08:41:02Z";

  private static final Pattern AGE = Pattern.compile("([0-9]{1,6})([smhdw])");

  private FilterTime() {}

  static Optional<Instant> read(String text, Instant now) {
    var age = AGE.matcher(text);
    try {
      if (age.matches()) {
        return Optional.of(
            now.minus(unit(age.group(2)).multipliedBy(Long.parseLong(age.group(1)))));
      }
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }
}
