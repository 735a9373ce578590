package webhookinspector.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import webhookinspector.event.Ref;

class ClicksTest {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");
  private static final Ref FIX = Ref.of("555", "task");
  private static final Ref SHIP = Ref.of("556", "task");
  private static final Ref ANN = Ref.of("7", "user");
  private static final Ref BEN = Ref.of("8", "user");

  @Test
  void putsFieldsAndStoryOfOneChangeTogether() {
    List<EventLine> completed =
        List.of(
            event(ANN, FIX, null, 0),
            event(ANN, FIX, null, 0),
            event(ANN, Ref.of("900", "story"), FIX, 140));
    assertThat(Clicks.of(completed)).containsExactly(1, 1, 1);
    assertThat(Clicks.count(completed)).isEqualTo(1);
  }

  @Test
  void keepsPeopleAndThingsApart() {
    assertThat(
            Clicks.of(
                List.of(
                    event(ANN, FIX, null, 0),
                    event(BEN, FIX, null, 0),
                    event(ANN, SHIP, null, 0),
                    event(ANN, FIX, null, 100),
                    event(null, FIX, null, 100))))
        .containsExactly(1, 2, 3, 1, 4);
  }

  @Test
  void goesOnWhileLessThanASecondLiesBetween() {
    assertThat(
            Clicks.of(
                List.of(
                    event(ANN, FIX, null, 0),
                    event(ANN, FIX, null, 1_000),
                    event(ANN, FIX, null, 1_900),
                    event(ANN, FIX, null, 2_901))))
        .containsExactly(1, 1, 1, 2);
  }

  @Test
  void cannotTellWithoutATime() {
    var undated = new EventLine("changed", FIX, null, ANN, null, null, "");
    assertThat(Clicks.of(List.of(undated, undated))).containsExactly(1, 2);
    assertThat(Clicks.count(List.of())).isZero();
  }

  private static EventLine event(@Nullable Ref user, Ref resource, @Nullable Ref parent, long at) {
    return new EventLine("changed", resource, parent, user, null, NOON.plusMillis(at), "");
  }
}
