package webhookinspector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final RandomGenerator jitter = new Random(5);

  @Test
  void growsSlowerWhileItIsQuietAndQuickAgainWithNews() {
    Pace pace = Pace.of(Manner.ALONE);
    for (int i = 0; i < 20; i++) {
      Duration before = pace.rest(jitter);
      pace = pace.quiet();
      assertThat(pace.rest(jitter)).isBetween(before, Manner.ALONE.slow());
    }
    assertThat(pace.rest(jitter)).isEqualTo(Manner.ALONE.slow());
    assertThat(pace.busy().rest(jitter)).isEqualTo(Manner.ALONE.quick());
  }

  @Test
  void restsLongerAndLongerAfterFailuresAndNeverBeyondFiveMinutes() {
    Pace pace = Pace.of(Manner.ALONE);
    long most = 4_000;
    for (int i = 0; i < 12; i++) {
      pace = pace.failed();
      assertThat(pace.rest(jitter).toMillis()).isBetween(most / 2, most);
      most = Math.min(most * 2, 300_000);
    }
    assertThat(pace.quiet().failures()).isZero();
  }

  @Test
  void spreadsThoseWhoFailedTogether() {
    Pace pace = Pace.of(Manner.BESIDE).failed().failed();
    assertThat(Stream.generate(() -> pace.rest(jitter)).limit(20).distinct().count())
        .isGreaterThan(15);
  }
}
