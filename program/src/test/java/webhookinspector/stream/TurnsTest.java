package webhookinspector.stream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Stage.Clock clock = new Stage.Clock();

  @Test
  void neverAllowsMoreThan120CallsInAMinuteNorMoreThan60InTheLongRun() throws Exception {
    var turns = new Turns(clock, clock::jump);
    var taken = new ArrayList<Instant>();
    for (int i = 0; i < 600; i++) {
      turns.take();
      taken.add(clock.instant());
    }
    for (Instant from : taken) {
      Instant to = from.plusSeconds(60);
      assertThat(taken.stream().filter(t -> !t.isBefore(from) && t.isBefore(to)).count())
          .isLessThanOrEqualTo(120);
    }
    assertThat(taken.getFirst()).isEqualTo(taken.get(Turns.BURST - 1));
    assertThat(Duration.between(taken.getFirst(), taken.getLast()))
        .isEqualTo(Duration.ofSeconds(600 - Turns.BURST));
  }

  @Test
  void doesNotWaitForAClockThatWasSetBack() throws Exception {
    var turns = new Turns(clock, clock::jump);
    turns.take();
    clock.jump(Duration.ofHours(-3));
    Instant before = clock.instant();
    turns.take();
    assertThat(clock.instant()).isEqualTo(before);
  }

  @Test
  void letsOneThatWantsMuchWaitBehindTheOthersEachTime() throws Exception {
    var mayGo = new Semaphore(0);
    Rest rest =
        duration -> {
          mayGo.acquire();
          clock.jump(duration);
        };
    var turns = new Turns(clock, rest);
    for (int i = 0; i < Turns.BURST; i++) {
      turns.take();
    }
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<Thread> streams =
        IntStream.range(0, 5)
            .mapToObj(stream -> Thread.ofVirtual().start(() -> take(turns, stream, order)))
            .toList();
    try {
      for (int turn = 1; turn <= 100; turn++) {
        int served = turn;
        soon().until(mayGo::hasQueuedThreads);
        mayGo.release();
        soon().until(() -> order.size() == served);
      }
    } finally {
      streams.forEach(Thread::interrupt);
    }
    for (int from = 10; from + 10 <= 90; from += 10) {
      assertThat(order.subList(from, from + 10)).contains(0, 1, 2, 3, 4);
    }
  }

  private static ConditionFactory soon() {
    return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).atMost(30, SECONDS);
  }

  private static void take(Turns turns, int stream, List<Integer> order) {
    try {
      for (int page = 0; page < 20; page++) {
        turns.take();
        order.add(stream);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
