package webhookinspector.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorldClockTest {

  private static final Instant START = Instant.parse("2026-06-12T08:30:00Z");

  private final WorldClock clock = new WorldClock(InstantSource.system(), START, 0);
  private final List<String> happened = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    clock.start();
  }

  @AfterEach
  void close() {
    clock.close();
  }

  private void appoint(int seconds, String key) {
    Instant when = START.plusSeconds(seconds);
    clock.at(when, key, () -> happened.add(key + " at " + clock.instant().getEpochSecond() % 60));
  }

  @Test
  void runsWhatIsDueInTheOrderOfTimeAndThenOfKeys() {
    appoint(3, "c");
    appoint(1, "b");
    appoint(1, "a");
    appoint(9, "never");
    clock.advance(Duration.ofSeconds(5));

    assertThat(happened).containsExactly("a at 1", "b at 1", "c at 3");
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void runsWhatAnAppointmentAppointsWithinTheSameAdvance() {
    clock.at(START.plusSeconds(1), "first", () -> appoint(2, "second"));
    clock.advance(Duration.ofSeconds(2));
    assertThat(happened).containsExactly("second at 2");
  }

  @Test
  void standsStillUntilItIsAdvanced() {
    appoint(1, "later");
    assertThat(clock.instant()).isEqualTo(START);
    assertThat(happened).isEmpty();
  }

  @Test
  void forgetsWhatIsCancelled() {
    Appointment appointment = clock.at(START.plusSeconds(1), "x", () -> happened.add("x"));
    appointment.cancel();
    clock.advance(Duration.ofSeconds(2));
    assertThat(happened).isEmpty();
  }

  @Test
  void waitsForWhatIsUnderWayBeforeItGoesOn() {
    WorldClock.Flight flight = clock.hold();
    appoint(1, "next");
    Thread advancing = Thread.startVirtualThread(() -> clock.advance(Duration.ofSeconds(2)));
    await().until(() -> clock.instant().equals(START) && advancing.isAlive());
    assertThat(happened).isEmpty();

    flight.close();
    await().until(() -> !advancing.isAlive());
    assertThat(happened).containsExactly("next at 1");
  }

  @Test
  void tellsWhatAnAppointmentThrewToWhoeverAdvances() {
    clock.at(
        START.plusSeconds(1),
        "bad",
        () -> {
          throw new IllegalStateException("expected by the test");
        });
    appoint(2, "good");
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(3)))
        .hasMessage("expected by the test");
    assertThat(happened).containsExactly("good at 2");
  }

  @Test
  void refusesToBeAdvancedByAnAppointment() {
    clock.at(START.plusSeconds(1), "bad", () -> clock.advance(Duration.ofSeconds(1)));
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(3)))
        .hasMessageContaining("from within an appointment");
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .hasMessage("advance: PT-1S (expected: zero or more)");
  }

  @Test
  void flowsAtItsSpeed() {
    appoint(3_600, "an hour later");
    clock.speed(36_000);
    await().until(() -> !happened.isEmpty());
    assertThat(happened).containsExactly("an hour later at 0");
    assertThat(clock.instant()).isAfterOrEqualTo(START.plusSeconds(3_600));
  }

  @Test
  void jumpsOverWhatIsDueAndLetsItHappenThen() {
    appoint(3, "a");
    appoint(5, "b");
    appoint(20, "c");
    clock.at(START.plusSeconds(1), "sleep", () -> clock.jump(Duration.ofSeconds(10)));
    clock.advance(Duration.ofSeconds(2));

    assertThat(happened).containsExactly("a at 11", "b at 11");
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(12));
    assertThatThrownBy(() -> clock.jump(Duration.ofSeconds(-1)))
        .hasMessage("jump: PT-1S (expected: zero or more)");
  }

  @Test
  void jumpsWhileItStandsStill() {
    appoint(3, "a");
    clock.jump(Duration.ofSeconds(10));
    await().untilAsserted(() -> assertThat(happened).containsExactly("a at 10"));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
  }
}
