package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.history.FilterParser;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.web.AdminKey;
import webhookinspector.web.AdminSettings;
import webhookinspector.web.MemoryAdmin;
import webhookinspector.web.Refusal;
import webhookinspector.web.http.HttpAdmin;
import webhookinspector.web.jetty.JettyAdmin;

/** Through a real port, whose admin has deliveries arrive at any moment. */
class WaitingTest {

  private static final AdminKey KEY = AdminKey.random(new Random(1));
  private static final Duration LONG = Duration.ofSeconds(30);

  private final MemoryAdmin there = new MemoryAdmin();
  private final JettyAdmin port =
      JettyAdmin.start(AdminSettings.loopback(0), there, KEY, new Random(2));
  private final HttpAdmin here = new HttpAdmin(port.address(), KEY);
  private final List<DeliveryLine> matched = new ArrayList<>();
  private final List<Line> aside = new ArrayList<>();

  @AfterEach
  void close() {
    here.close();
    port.close();
  }

  private Expectation expectation(int count) {
    return new Expectation(FilterParser.parse("", Instant.EPOCH), count);
  }

  private Waiting waiting(String filter, Expectation expectation) {
    return new Waiting(filter, expectation, matched::add, aside::add);
  }

  private static long in(Duration time) {
    return System.nanoTime() + time.toNanos();
  }

  private List<Long> positions() {
    return matched.stream().map(DeliveryLine::position).toList();
  }

  @Test
  void findsEachOnceWheneverItArrivesBetweenLookUpAndFollow() throws Exception {
    var random = new Random(4);
    long position = 0;
    for (int round = 0; round < 60; round++) {
      long start = position;
      int count = 1 + random.nextInt(20);
      long pause = random.nextLong(400_000);
      Thread arrivals =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (long p = start + 1; p <= start + count; p++) {
                      LockSupport.parkNanos(pause);
                      there.add(Examples.heartbeat(p));
                    }
                  });
      matched.clear();
      waiting("", expectation(count)).follow(here, start, in(LONG), () -> {});
      arrivals.join();
      position = start + count;
      assertThat(positions())
          .as("round " + round)
          .isEqualTo(LongStream.rangeClosed(start + 1, position).boxed().toList());
    }
  }

  @Test
  void findsWhatCameBeforeWhereItLooksBack() throws Exception {
    LongStream.rangeClosed(1, 5).forEach(p -> there.add(Examples.heartbeat(p)));
    waiting("", expectation(3)).follow(here, 1, in(LONG), () -> {});
    assertThat(positions()).as("the newest will do").containsExactly(3L, 4L, 5L);
  }

  @Test
  void doesNotCountWhatIsToldAgainFromBeforeItsStart() throws Exception {
    there.add(Examples.heartbeat(1));
    Thread again =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (there.followers() == 0) {
                    Thread.onSpinWait();
                  }
                  there.tell(Examples.told(Examples.heartbeat(1)));
                  there.add(Examples.heartbeat(2));
                });
    waiting("", expectation(1)).follow(here, 1, in(LONG), () -> {});
    again.join();
    assertThat(positions()).containsExactly(2L);
  }

  @Test
  void saysWhenNothingCanBeMissedAnyMore() throws Exception {
    waiting("", expectation(1)).follow(here, 0, in(LONG), () -> there.add(Examples.heartbeat(1)));
    assertThat(positions()).containsExactly(1L);
  }

  @Test
  void leavesTheChoiceToThePort() throws Exception {
    var expectation = expectation(1);
    waiting("heartbeat", expectation)
        .follow(
            here,
            0,
            in(LONG),
            () -> {
              there.add(Examples.completed(1));
              there.add(Examples.heartbeat(2));
            });
    assertThat(positions()).containsExactly(2L);
  }

  @Test
  void endsInTime() throws Exception {
    var expectation = expectation(1);
    waiting("", expectation).follow(here, 0, in(Duration.ofMillis(300)), () -> {});
    assertThat(expectation.isMet()).isFalse();
  }

  @Test
  void tellsWhatElseHappens() throws Exception {
    waiting("", expectation(1))
        .follow(
            here,
            0,
            in(LONG),
            () -> {
              there.tell(new Line.OfAlert(Instant.EPOCH, null, "webhook", "a stranger"));
              there.add(Examples.heartbeat(1));
            });
    assertThat(aside).hasSize(1);
  }

  @Test
  void noticesThatTheHolderHasGone() {
    var expectation = expectation(1);
    assertThatThrownBy(() -> waiting("", expectation).follow(here, 0, in(LONG), port::close))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo(Refusal.Code.HOLDER_UNREACHABLE));
  }
}
