package webhookinspector.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.inspection.DeliveryLine;

class BroadcastTest {

  private final Broadcast feed = new Broadcast();
  private final List<Line> seen = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void tellsEveryWatcherEveryLineInOrder() {
    var others = Collections.synchronizedList(new ArrayList<Line>());
    try (var _ = feed.watch(seen::add, 1_000);
        var _ = feed.watch(others::add, 1_000)) {
      for (int i = 1; i <= 500; i++) {
        feed.tell(line(i));
      }
    }
    assertThat(seen).hasSize(500).isEqualTo(others).isSortedAccordingTo(BroadcastTest::byPosition);
  }

  @Test
  void startsWithTheNextLine() {
    feed.tell(line(1));
    try (var _ = feed.watch(seen::add, 10)) {
      feed.tell(line(2));
    }
    assertThat(seen).containsExactly(line(2));
  }

  @Test
  void passesOverTheOldestForASlowWatcherAndSaysSoOnce() {
    var slow = new Slow();
    feed.watch(slow, 10);
    feed.tell(line(1));
    await().until(() -> slow.lines.size() == 1);
    for (int i = 2; i <= 100; i++) {
      feed.tell(line(i));
    }
    slow.gate.countDown();
    feed.close();

    assertThat(slow.fellBehind).containsExactly(89L);
    assertThat(slow.lines)
        .hasSize(11)
        .endsWith(line(100))
        .contains(line(91))
        .doesNotContain(line(90));
  }

  @Test
  void boundsTheBytesThatWaitForASlowWatcher() {
    var slow = new Slow();
    feed.watch(slow, 100_000);
    feed.tell(line(1));
    await().until(() -> slow.lines.size() == 1);
    for (int i = 0; i < 100; i++) {
      feed.tell(huge());
    }
    slow.gate.countDown();
    feed.close();

    assertThat(slow.lines).as("of 100 lines of 1 MiB").hasSizeLessThan(12).hasSizeGreaterThan(5);
    assertThat(slow.fellBehind).hasSize(1);
  }

  @Test
  void doesNotWaitForAnyWatcher() {
    var slow = new Slow();
    feed.watch(slow, 10);
    try (var _ = feed.watch(seen::add, 1_000)) {
      for (int i = 1; i <= 200; i++) {
        feed.tell(line(i));
      }
      await().atMost(Duration.ofSeconds(2)).until(() -> seen.size() == 200);
      assertThat(slow.lines).as("the slow one still holds its first line").hasSizeLessThan(2);
    }
    slow.gate.countDown();
  }

  @Test
  void dropsAWatcherThatThrowsAndNobodyElse() {
    var calls = new AtomicLong();
    feed.watch(
        line -> {
          calls.incrementAndGet();
          throw new IllegalStateException("broken \u001b[2J watcher");
        },
        10);
    feed.watch(seen::add, 10);
    feed.tell(line(1));
    await().until(() -> feed.watchers() == 1);
    feed.tell(line(2));
    await().until(() -> seen.size() == 2);
    assertThat(calls).hasValue(1);
  }

  @Test
  void letsAWatcherEndItsOwnWatch() {
    var watch = new ArrayList<Feed.Watch>();
    var ready = new CountDownLatch(1);
    watch.add(
        feed.watch(
            line -> {
              seen.add(line);
              awaitQuietly(ready);
              watch.getFirst().close();
            },
            10));
    ready.countDown();
    feed.tell(line(1));
    await().until(() -> feed.watchers() == 0);
    feed.tell(line(2));
    assertThat(seen).containsExactly(line(1));
  }

  @Test
  void tellsWhatWaitsBeforeItCloses() {
    var slow = new Slow();
    feed.watch(slow, 1_000);
    for (int i = 1; i <= 50; i++) {
      feed.tell(line(i));
    }
    slow.gate.countDown();
    feed.close();
    assertThat(slow.lines).hasSize(50);
    assertThat(feed.watchers()).isZero();
  }

  @Test
  void tellsNothingAfterItsEnd() {
    feed.close();
    feed.watch(seen::add, 10);
    feed.tell(line(1));
    assertThat(seen).isEmpty();
    assertThat(feed.watchers()).isZero();
  }

  @Test
  void refusesACapacityThatIsNone() {
    assertThatThrownBy(() -> feed.watch(seen::add, 0))
        .hasMessage("capacity: 0 (expected: 1 to 100000)");
  }

  private static Line line(int position) {
    return new Line.OfDelivery(Examples.completed(position));
  }

  private static Line huge() {
    DeliveryLine small = Examples.completed(1);
    return new Line.OfDelivery(
        new DeliveryLine(
            small.type(),
            small.id(),
            small.position(),
            small.inbox(),
            small.webhook(),
            small.source(),
            small.receivedAt(),
            small.kind(),
            small.verdict(),
            small.because(),
            1 << 20,
            small.sha256(),
            small.answer(),
            null,
            small.events()));
  }

  private static int byPosition(Line one, Line other) {
    return Long.compare(position(one), position(other));
  }

  private static long position(Line line) {
    return ((Line.OfDelivery) line).delivery().position();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Holds its first line until the gate opens. */
  private static final class Slow implements Watcher {
    final CountDownLatch gate = new CountDownLatch(1);
    final List<Line> lines = Collections.synchronizedList(new ArrayList<>());
    final List<Long> fellBehind = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void told(Line line) {
      lines.add(line);
      awaitQuietly(gate);
    }

    @Override
    public void fellBehind(long missed) {
      fellBehind.add(missed);
    }
  }
}
