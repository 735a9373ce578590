package webhookinspector.asana.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.delivery.Body;

class RetryAfterTest {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Wakes whoever still sleeps on a clock that nobody moves any more. */
  @AfterEach
  void wakeSleepers() {
    threads.shutdownNow();
  }

  @Test
  void waitsExactlyAsLongAsAsanaAsks() throws Exception {
    var clock = new JumpingClock();
    try (OddServer server = OddServer.answering(Manner.tooMany("17"), Manner.ME)) {
      asana(server, clock, clock).me();
      assertThat(clock.slept()).containsExactly(Duration.ofSeconds(17));
    }
  }

  @Test
  void letsFiftyCallsWaitTogetherAndSendsOneAheadOfTheOthers() throws Exception {
    var clock = new HandClock();
    var scoutMayReturn = new CountDownLatch(1);
    Manner slowMe =
        (socket, out) -> {
          try {
            scoutMayReturn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          Manner.ME.answer(socket, out);
        };
    try (OddServer server = OddServer.answering(Manner.tooMany("5"), slowMe, Manner.ME)) {
      HttpAsana asana = asana(server, clock, clock);
      List<Future<?>> calls = new ArrayList<>();
      calls.add(threads.submit(asana::me));
      await().until(() -> clock.sleepers() == 1);
      for (int i = 0; i < 49; i++) {
        calls.add(threads.submit(asana::me));
      }
      await().until(() -> clock.sleepers() == 50);
      clock.advance(Duration.ofMillis(4_999));
      assertThat(clock.sleepers()).isEqualTo(50);
      assertThat(server.seen()).hasSize(1);

      clock.advance(Duration.ofMillis(1));
      await().until(() -> server.seen().size() == 2 && clock.sleepers() == 0);
      await("only one goes ahead")
          .during(Duration.ofMillis(200))
          .until(() -> server.seen().size() == 2);
      scoutMayReturn.countDown();
      for (Future<?> call : calls) {
        call.get();
      }
      assertThat(server.seen()).hasSize(51);
    }
  }

  @Test
  void keepsTheOthersWaitingWhenTheOneAheadIsRefusedAgain() throws Exception {
    var clock = new HandClock();
    try (OddServer server =
        OddServer.answering(Manner.tooMany("5"), Manner.tooMany("9"), Manner.ME)) {
      HttpAsana asana = asana(server, clock, clock);
      Future<?> one = threads.submit(asana::me);
      await().until(() -> clock.sleepers() == 1);
      Future<?> other = threads.submit(asana::me);
      await().until(() -> clock.sleepers() == 2);
      clock.advance(Duration.ofSeconds(5));
      await().until(() -> server.seen().size() == 2 && clock.sleepers() == 2);
      clock.advance(Duration.ofSeconds(9));
      one.get();
      other.get();
      assertThat(server.seen()).hasSize(4);
    }
  }

  @Test
  void doesNotSendAnythingWhileTheWaitIsLongerThanItsPatience() throws Exception {
    var clock = new JumpingClock();
    try (OddServer server = OddServer.answering(Manner.tooMany("1000000000"), Manner.ME)) {
      HttpAsana asana = asana(server, clock, clock);
      for (int i = 0; i < 50; i++) {
        assertThatThrownBy(asana::me)
            .isInstanceOfSatisfying(AsanaRefused.class, e -> assertThat(e.status()).isEqualTo(429))
            .hasMessageContaining("nothing is sent");
      }
      assertThat(server.seen()).hasSize(1);
      assertThat(clock.slept()).isEmpty();
    }
  }

  @Test
  void makesACreateCallWaitButDoesNotRepeatIt() throws Exception {
    var clock = new JumpingClock();
    try (OddServer server = OddServer.answering(Manner.tooMany("3"))) {
      HttpAsana asana = asana(server, clock, clock);
      assertThatThrownBy(() -> asana.create("1", URI.create("http://127.0.0.1:9/in/k"), List.of()))
          .isInstanceOf(AsanaRefused.class);
      assertThat(server.seen()).hasSize(1);
      assertThatThrownBy(() -> asana.update("1", List.of())).isInstanceOf(AsanaRefused.class);
      assertThat(clock.slept()).containsExactly(Duration.ofSeconds(3));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5|PT5S",
        "0|PT0S",
        "999999999999999999999|PT8760H",
        "Fri, 12 Jun 2026 12:00:07 GMT|PT7S",
        "Fri, 12 Jun 2026 11:00:00 GMT|PT0S"
      })
  void readsSecondsAndDates(String header, Duration wait) {
    var answer = new Answer(429, Map.of("retry-after", header), Body.of(""));
    assertThat(RetryAfter.in(answer, NOON)).contains(wait);
  }

  @Test
  void trustsTheServersOwnClockForADate() {
    var answer =
        new Answer(
            429,
            Map.of(
                "retry-after", "Fri, 12 Jun 2026 12:00:07 GMT",
                "date", "Fri, 12 Jun 2026 12:00:00 GMT"),
            Body.of(""));
    assertThat(RetryAfter.in(answer, NOON.plusSeconds(3_600))).contains(Duration.ofSeconds(7));
  }

  @Test
  void readsNothingFromNonsense() {
    var answer = new Answer(429, Map.of("retry-after", "soon"), Body.of(""));
    assertThat(RetryAfter.in(answer, NOON)).isEmpty();
  }

  private static HttpAsana asana(OddServer server, InstantSource clock, Sleeper sleeper) {
    AsanaSettings settings = AsanaSettings.of(server.base(), () -> "token-for-tests", false);
    return new HttpAsana(settings, clock, new Random(1), sleeper);
  }
}
