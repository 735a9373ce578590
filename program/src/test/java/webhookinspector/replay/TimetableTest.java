package webhookinspector.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.DeliveryIds;

class TimetableTest {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");
  private static final DeliveryIds IDS = new DeliveryIds(() -> NOON, new Random(1));

  private static Chosen chosen(long position, long millis) {
    return new Chosen(IDS.next(), position, NOON.plusMillis(millis));
  }

  private static List<Chosen> hundred() {
    return IntStream.range(0, 100).mapToObj(i -> chosen(i, i * 1_000L)).toList();
  }

  private static List<DeliveryId> order(Timetable timetable) {
    return timetable.departures().stream().map(Departure::delivery).toList();
  }

  private static List<Duration> times(Timetable timetable) {
    return timetable.departures().stream().map(Departure::after).toList();
  }

  @Test
  void keepsTheSpacingInWhichTheyCame() {
    var chosen = List.of(chosen(1, 0), chosen(2, 1_500), chosen(3, 1_501));
    var timetable = Timetable.of(chosen, Spacing.ORIGINAL, Mixing.NONE);
    assertThat(times(timetable))
        .containsExactly(Duration.ZERO, Duration.ofMillis(1_500), Duration.ofMillis(1_501));
    assertThat(timetable.length()).isEqualTo(Duration.ofMillis(1_501));
  }

  @Test
  void dividesTheSpacingBySpeed() {
    var timetable = Timetable.of(hundred(), new Spacing(10), Mixing.NONE);
    assertThat(timetable.length()).isEqualTo(Duration.ofMillis(9_900));
    assertThat(Timetable.of(hundred(), new Spacing(0.5), Mixing.NONE).length())
        .isEqualTo(Duration.ofSeconds(198));
  }

  @Test
  void waitsForNothingWithoutSpacing() {
    assertThat(times(Timetable.of(hundred(), Spacing.NONE, Mixing.NONE)))
        .containsOnly(Duration.ZERO);
  }

  @Test
  void goesByArrivalAndThenByPosition() {
    var late = chosen(1, 500);
    var second = chosen(9, 100);
    var first = chosen(2, 100);
    assertThat(order(Timetable.of(List.of(late, second, first), Spacing.NONE, Mixing.NONE)))
        .containsExactly(first.delivery(), second.delivery(), late.delivery());
  }

  @Test
  void shufflesTheSameWayForTheSameSeedAndKeepsTheTimes() {
    var hundred = hundred();
    var straight = Timetable.of(hundred, Spacing.ORIGINAL, Mixing.NONE);
    var one = Timetable.of(hundred, Spacing.ORIGINAL, new Mixing(true, Duration.ZERO, 7));
    assertThat(one)
        .isEqualTo(Timetable.of(hundred, Spacing.ORIGINAL, new Mixing(true, Duration.ZERO, 7)))
        .isNotEqualTo(Timetable.of(hundred, Spacing.ORIGINAL, new Mixing(true, Duration.ZERO, 8)));
    assertThat(order(one)).containsExactlyInAnyOrderElementsOf(order(straight));
    assertThat(order(one)).isNotEqualTo(order(straight));
    assertThat(times(one)).isEqualTo(times(straight));
  }

  @Test
  void delaysEachByUpToTheJitterAndLeavesByTime() {
    var mixing = new Mixing(false, Duration.ofSeconds(5), 3);
    var timetable = Timetable.of(hundred(), Spacing.ORIGINAL, mixing);
    assertThat(times(timetable)).isSorted();
    assertThat(timetable.length()).isBetween(Duration.ofSeconds(94), Duration.ofSeconds(104));
    assertThat(order(timetable))
        .isNotEqualTo(order(Timetable.of(hundred(), Spacing.ORIGINAL, Mixing.NONE)));
  }

  @Test
  void isEmptyWhereNothingWasChosen() {
    assertThat(Timetable.of(List.of(), Spacing.ORIGINAL, Mixing.NONE).length()).isZero();
  }

  @Test
  void refusesSpeedsAndJittersThatMakeNoSense() {
    for (double odd : new double[] {0, -1, Double.NaN, 2e6, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> new Spacing(odd)).hasMessageStartingWith("speed: ");
    }
    assertThatThrownBy(() -> new Mixing(false, Duration.ofHours(2), 0))
        .hasMessageStartingWith("jitter: ");
  }
}
