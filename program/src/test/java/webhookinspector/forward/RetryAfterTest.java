package webhookinspector.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.delivery.Headers;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static Optional<Duration> in(String value) {
    return RetryAfter.in(Headers.of("retry-after", value), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "0, 0",
    "3600, 3600",
    "3601, 3600",
    "1000000000, 3600",
    "99999999999999999999999999, 3600",
    "'Wed, 25 Nov 2026 12:00:07 GMT', 7",
    "'Wed, 25 Nov 2026 11:00:00 GMT', 0",
    "'Fri, 25 Nov 2050 12:00:00 GMT', 3600"
  })
  void isReadAsSecondsOrAsADateAndNeverBeyondAnHour(String value, long seconds) {
    assertThat(in(value)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"soon", "-1", "1.5", "''", "'25 Nov 2026'"})
  void isIgnoredWhenItCannotBeRead(String value) {
    assertThat(in(value)).isEmpty();
  }

  @Test
  void mayBeAbsent() {
    assertThat(RetryAfter.in(Headers.none(), NOW)).isEmpty();
  }
}
