package webhookinspector.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  private static final DateTimeFormatter ASANAS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Test
  void areReadAsTheJdkReadsThem() {
    var random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      Instant any = Instant.ofEpochMilli(random.nextLong(-2_000_000_000_000L, 9_000_000_000_000L));
      assertThat(Moments.of(ASANAS.format(any))).isEqualTo(any);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-06-12T08:41:02Z",
        "2026-06-12T08:41:02.318+02:00",
        "2026-06-12T08:41:02.318123Z",
        "2024-02-29T23:59:59.999Z",
        "2026-02-29T08:41:02.318Z",
        "2026-13-01T08:41:02.318Z",
        "2026-00-01T08:41:02.318Z",
        "2026-06-12T24:00:00.000Z",
        "2026-06-12T08:60:02.318Z",
        "2026-06-12T08:41:60.318Z",
        "2026-06-12t08:41:02.318z",
        "2026-06-12 08:41:02.318Z",
        "2026-06-12T08:41:02.31٣Z",
        "0000-01-01T00:00:00.000Z",
        "yesterday",
        ""
      })
  void inOddFormsAreWhatTheJdkSays(String text) {
    assertThat(Moments.of(text)).isEqualTo(jdk(text));
  }

  private static @Nullable Instant jdk(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
