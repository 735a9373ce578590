package webhookinspector.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.asana.Calls;
import webhookinspector.registry.Registry;
import webhookinspector.registry.sqlite.SqliteRegistry;

class ClocksTest {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");

  @TempDir Path folder;
  private Registry registry;
  private Watch watch;
  private Clocks clocks;

  @BeforeEach
  void open() {
    registry = SqliteRegistry.open(folder.resolve("registry.db"));
    watch = new Watch(registry, () -> NOON, news -> {});
    clocks = new Clocks(watch, Calls.NONE);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 340, -2_700, 95_000, -3_600_000})
  void comesCloseToTheTruthAndKnowsHowClose(long millisAhead) {
    var random = new Random(millisAhead);
    Instant at = NOON;
    for (int i = 0; i < 40; i++) {
      at = at.plusMillis(5_000 + random.nextInt(3_000));
      answer(at, millisAhead, random.nextInt(20, 300), random.nextInt(5, 150));
    }

    assertThat(skew().millis()).isCloseTo(millisAhead, within(skew().within()));
    assertThat(skew().within()).isLessThan(400);
    assertThat(skew().from()).isEqualTo("date");
  }

  private static Offset<Long> within(long millis) {
    return Offset.offset(millis);
  }

  @Test
  void beginsAnewWhenAClockWasSet() {
    answer(NOON, 0, 100, 50);
    answer(NOON.plusSeconds(60), 7_000, 100, 50);

    assertThat(skew().millis()).isBetween(6_400L, 7_600L);
  }

  @Test
  void forgetsWhatIsOld() {
    answer(NOON, 0, 10, 5);
    answer(NOON.plus(Duration.ofMinutes(11)), 700, 10, 5);

    assertThat(skew().within()).isGreaterThanOrEqualTo(500);
  }

  /** An exchange that took so long, of which Asana wrote the date some time after it began. */
  private void answer(Instant before, long millisAhead, long took, long until) {
    Instant written = before.plusMillis(Math.min(until, took)).plusMillis(millisAhead);
    clocks.dated(written.truncatedTo(ChronoUnit.SECONDS), before, before.plusMillis(took));
  }

  private ClockSkew skew() {
    return Objects.requireNonNull(watch.report().clockSkew());
  }
}
