package webhookinspector.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;
import webhookinspector.outbox.Letter;

/** Decisions only, on a clock that the test moves. */
class QueueTest {

  private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
  private static final Result TAKEN = Result.taken(200, Duration.ofMillis(3));
  private static final Result REFUSED =
      Result.refused(500, Duration.ofMillis(3), "answered 500", Optional.empty());
  private static final Result UNREACHED =
      Result.failed(Duration.ofMillis(1), false, "nothing listens");

  private Instant now = START;
  private Queue queue = queue(Limits.DEFAULTS);

  private static Queue queue(Limits limits) {
    return new Queue(limits, Position.START, new SplittableRandom(7));
  }

  private static Letter letter(long position) {
    var id = new DeliveryId("01J9ZZ%020d".formatted(position));
    return Letter.fresh(1, new Position(position), id);
  }

  private void offer(long from, long to) {
    queue.add(
        LongStream.rangeClosed(from, to).mapToObj(QueueTest::letter).toList(), new Position(to));
  }

  private Letter next() {
    return queue.next(now).orElseThrow();
  }

  private void advance(Duration by) {
    now = now.plus(by);
  }

  /** Level with the ledger, so that nothing is held back. */
  private void level() {
    queue.noMore();
  }

  @Test
  void startsTheOldestFirstAndNoMoreThanFourAtOnce() {
    level();
    offer(1, 10);
    assertThat(List.of(next(), next(), next(), next()))
        .containsExactly(letter(1), letter(2), letter(3), letter(4));
    assertThat(queue.next(now)).isEmpty();
    queue.settle(letter(2), TAKEN, now);
    assertThat(next()).isEqualTo(letter(5));
  }

  @Test
  void isNeverSaidToHaveComeBeyondWhatIsUnderWay() {
    level();
    offer(1, 3);
    Letter first = next();
    Letter second = next();
    assertThat(queue.reached()).isEqualTo(new Position(0));
    queue.settle(second, TAKEN, now);
    assertThat(queue.reached()).isEqualTo(new Position(0));
    queue.settle(first, TAKEN, now);
    assertThat(queue.reached()).isEqualTo(new Position(2));
    queue.settle(next(), REFUSED, now);
    assertThat(queue.reached()).as("it is a letter now").isEqualTo(new Position(3));
  }

  @Test
  void letsYoungerOnesPassAFailedOneAndTriesItAgainLater() {
    level();
    offer(1, 2);
    Letter failed = queue.settle(next(), REFUSED, now).orElseThrow();
    assertThat(failed.tries()).isEqualTo(1);
    assertThat(failed.because()).isEqualTo("answered 500");
    assertThat(failed.next()).isBetween(now, now.plusSeconds(1));
    queue.settle(next(), TAKEN, now);
    advance(Duration.ofSeconds(1));
    assertThat(next()).isEqualTo(failed);
  }

  @Test
  void leavesATargetThatIsDownAloneAndProbesItWithOne() {
    level();
    offer(1, 20);
    queue.settle(next(), UNREACHED, now);
    assertThat(queue.condition().isDown()).isTrue();
    now = queue.wake();
    assertThat(next().position()).isEqualTo(new Position(1));
    assertThat(queue.next(now)).as("one at a time").isEmpty();
  }

  @Test
  void doesNotCountAgainstADeliveryThatItsTargetCouldNotBeReached() {
    offer(1, 1);
    Letter letter = next();
    for (int i = 0; i < 100; i++) {
      letter = queue.settle(letter, UNREACHED, now).orElseThrow();
      assertThat(letter.tries()).isZero();
      assertThat(queue.wake()).isBetween(now, now.plusSeconds(10));
      now = queue.wake();
      letter = next();
    }
    advance(Duration.ofHours(25));
    assertThat(queue.settle(letter, UNREACHED, now).orElseThrow().dead()).isTrue();
  }

  @Test
  void givesADeliveryUpAfterTenTriesWithPausesThatGrow() {
    offer(1, 1);
    var pauses = new ArrayList<Duration>();
    Letter letter = next();
    for (int tries = 1; tries < 10; tries++) {
      letter = queue.settle(letter, REFUSED, now).orElseThrow();
      assertThat(letter.dead()).isFalse();
      pauses.add(Duration.between(now, letter.next()));
      now = letter.next().plusSeconds(11);
      letter = next();
    }
    letter = queue.settle(letter, REFUSED, now).orElseThrow();
    assertThat(letter.dead()).isTrue();
    assertThat(letter.tries()).isEqualTo(10);
    assertThat(queue.isIdle()).isTrue();
    for (int i = 0; i < pauses.size(); i++) {
      assertThat(pauses.get(i)).isLessThanOrEqualTo(Duration.ofSeconds(1L << i));
    }
    assertThat(pauses.stream().anyMatch(p -> p.compareTo(Duration.ofSeconds(10)) > 0)).isTrue();
  }

  @Test
  void obeysATargetThatAsksToBeLeftAlone() {
    offer(1, 2);
    var later = Optional.of(Duration.ofMinutes(5));
    queue.settle(next(), Result.refused(503, Duration.ZERO, "answered 503", later), now);
    assertThat(queue.wake()).isEqualTo(START.plus(Duration.ofMinutes(5)));
    advance(Duration.ofSeconds(299));
    assertThat(queue.next(now)).isEmpty();
    advance(Duration.ofSeconds(1));
    assertThat(next().position()).isEqualTo(new Position(1));
  }

  @Test
  void obeysForAnHourAtMost() {
    offer(1, 1);
    var ever = Optional.of(Duration.ofDays(365));
    queue.settle(next(), Result.refused(429, Duration.ZERO, "answered 429", ever), now);
    assertThat(queue.wake()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void givesAHundredASecondToATargetThatIsBackOldestFirst() {
    var late = LongStream.rangeClosed(1, 10_000).mapToObj(QueueTest::letter).toList();
    queue.keep(late);
    var random = new SplittableRandom(3);
    var order = new ArrayList<Position>();
    while (order.size() < 10_000) {
      queue
          .next(now)
          .ifPresent(
              letter -> {
                order.add(letter.position());
                queue.settle(letter, TAKEN, now);
              });
      advance(Duration.ofMillis(random.nextLong(1, 15))); // a busy machine looks in late
    }
    double rate = 10_000.0 / Duration.between(START, now).toMillis() * 1_000;
    assertThat(rate).isBetween(95.0, 105.0);
    assertThat(order).isSorted();
  }

  @Test
  void givesNoBurstForTheTimeInWhichATargetWasDown() {
    queue.keep(LongStream.rangeClosed(1, 500).mapToObj(QueueTest::letter).toList());
    queue.settle(next(), UNREACHED, now);
    advance(Duration.ofSeconds(60));
    queue.settle(next(), TAKEN, now);
    Instant back = now;
    int count = 0;
    while (now.isBefore(back.plusSeconds(1))) {
      Optional<Letter> letter = queue.next(now);
      letter.ifPresent(one -> queue.settle(one, TAKEN, now));
      count += letter.isPresent() ? 1 : 0;
      advance(letter.isPresent() ? Duration.ZERO : Duration.ofMillis(1));
    }
    assertThat(count).isBetween(95, 105);
  }

  @Test
  void holdsNothingBackOnceItIsLevel() {
    level();
    offer(1, 50);
    for (int i = 0; i < 50; i++) {
      queue.settle(next(), TAKEN, now);
    }
    assertThat(queue.reached()).isEqualTo(new Position(50));
  }

  @Test
  void sendsNothingWhilePaused() {
    offer(1, 2);
    queue.pause(true);
    assertThat(queue.next(now)).isEmpty();
    assertThat(queue.wake()).isEqualTo(Instant.MAX);
    queue.pause(false);
    assertThat(next()).isEqualTo(letter(1));
  }

  @Test
  void triesEverythingAtOnceWhenToldThatTheTargetIsBack() {
    level();
    offer(1, 1);
    queue.settle(next(), REFUSED, now);
    advance(Duration.ofSeconds(1));
    queue.settle(next(), UNREACHED, now);
    queue.hurry();
    advance(Duration.ofMillis(10)); // its turn at 100 a second
    assertThat(queue.next(now)).isPresent();
  }

  @Test
  void readsNoFurtherWhileTooMuchWaits() {
    level();
    offer(1, 49);
    assertThat(queue.wantsMore()).isTrue();
    queue.add(List.of(letter(50)), new Position(50));
    assertThat(queue.wantsMore()).isFalse();
  }
}
