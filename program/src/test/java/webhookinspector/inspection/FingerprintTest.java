package webhookinspector.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.event.Change;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;

class FingerprintTest {

  private static final Instant AT = Instant.parse("2026-06-12T08:41:02.318Z");
  private static final Ref TASK = new Ref("1", "task", "default_task", null);
  private static final Ref ANN = Ref.of("7", "user");
  private static final Ref BOB = Ref.of("8", "user");
  private static final Event FOLLOWED =
      new Event("changed", TASK, null, ANN, AT, new Change("followers", "added", null, BOB, null));

  @Test
  void isTheSameWhetherTheNamesAreToldOrNot() {
    var told =
        new Event(
            "changed",
            new Ref("1", "task", null, "Fix login"),
            null,
            new Ref("7", "user", null, "Ann"),
            AT,
            new Change("followers", "added", null, new Ref("8", "user", null, "Bob"), null));
    assertThat(Fingerprint.of(told)).isEqualTo(Fingerprint.of(FOLLOWED)).isPresent();
  }

  static Stream<Event> others() {
    Change change = FOLLOWED.change();
    return Stream.of(
        new Event("added", TASK, null, ANN, AT, change),
        new Event("changed", Ref.of("2", "task"), null, ANN, AT, change),
        new Event("changed", TASK, Ref.of("3", "project"), ANN, AT, change),
        new Event("changed", TASK, null, BOB, AT, change),
        new Event("changed", TASK, null, null, AT, change),
        new Event("changed", TASK, null, ANN, AT.plusMillis(1), change),
        new Event("changed", TASK, null, ANN, AT, null),
        with(new Change("likes", "added", null, BOB, null)),
        with(new Change("followers", "removed", null, BOB, null)),
        with(new Change("followers", "added", null, ANN, null)),
        with(new Change("followers", "added", BOB, null, null)),
        with(new Change("followers", "added", null, null, BOB)));
  }

  private static Event with(Change change) {
    return new Event("changed", TASK, null, ANN, AT, change);
  }

  @ParameterizedTest
  @MethodSource("others")
  void differsWhereverTheChangeDoes(Event other) {
    assertThat(Fingerprint.of(other)).isPresent().isNotEqualTo(Fingerprint.of(FOLLOWED));
  }

  @Test
  void keepsFieldsApartThatFollowEachOther() {
    var one = new Event("changed", Ref.of("1", "a"), Ref.of("23", "b"), null, AT, null);
    var other = new Event("changed", Ref.of("12", "a"), Ref.of("3", "b"), null, AT, null);
    assertThat(List.of(Fingerprint.of(one))).doesNotContain(Fingerprint.of(other));
  }

  @Test
  void isNotTakenOfAnEventWithoutATime() {
    assertThat(Fingerprint.of(new Event("changed", TASK, null, ANN, null, null))).isEmpty();
  }
}
