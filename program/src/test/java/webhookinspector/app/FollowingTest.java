package webhookinspector.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.feed.Broadcast;
import webhookinspector.feed.Line;
import webhookinspector.feed.Watcher;
import webhookinspector.history.History;
import webhookinspector.history.sqlite.SqliteHistory;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspected;

class FollowingTest {

  @TempDir Path folder;
  private final Broadcast feed = new Broadcast();
  private final List<Long> told = new CopyOnWriteArrayList<>();
  private History history;

  @BeforeEach
  void open() {
    history = SqliteHistory.open(folder.resolve("history.db"));
  }

  @AfterEach
  void close() {
    feed.close();
    history.close();
  }

  @Test
  void beginsWithWhatTheHistoryHasBehindAPosition() {
    keep(1, 1200);
    try (var _ = Following.start(feed, history, 100L, watcher())) {
      await().untilAsserted(() -> assertThat(told).isEqualTo(numbers(101, 1200)));
    }
  }

  @Test
  void crossesGapsBetweenPositions() {
    keep(1, 3);
    keep(100_000, 100_002);
    try (var _ = Following.start(feed, history, 0L, watcher())) {
      await()
          .untilAsserted(() -> assertThat(told).endsWith(100_000L, 100_001L, 100_002L).hasSize(6));
    }
  }

  @Test
  void tellsEachDeliveryOnceWhileMoreArrive() {
    keep(1, 2000);
    Thread arrivals =
        Thread.ofVirtual()
            .start(() -> LongStream.rangeClosed(2001, 2300).forEach(number -> arrive(number)));
    try (var _ = Following.start(feed, history, 0L, watcher())) {
      await().until(() -> !arrivals.isAlive() && told.contains(2300L));
      assertThat(told).isEqualTo(numbers(1, 2300));
    }
  }

  @Test
  void passesALaterJudgementOnAlthoughItHasToldTheDelivery() {
    keep(1, 1);
    try (var _ = Following.start(feed, history, 0L, watcher())) {
      await().until(() -> told.size() == 1);
      feed.tell(new Line.OfDelivery(line(1).judged("forged", "later")));
      await().untilAsserted(() -> assertThat(told).containsExactly(1L, 1L));
    }
  }

  @Test
  void beginsWithWhatComesNextWithoutAPosition() {
    keep(1, 5);
    try (var _ = Following.start(feed, history, null, watcher())) {
      arrive(6);
      await().untilAsserted(() -> assertThat(told).containsExactly(6L));
    }
  }

  private Watcher watcher() {
    return line -> {
      if (line instanceof Line.OfDelivery(DeliveryLine delivery)) {
        told.add(delivery.position());
      }
    };
  }

  private void arrive(long number) {
    keep(number, number).forEach(line -> feed.tell(new Line.OfDelivery(line)));
  }

  private List<DeliveryLine> keep(long from, long to) {
    List<Inspected> inspected =
        LongStream.rangeClosed(from, to).mapToObj(n -> new Inspected(line(n), "")).toList();
    return history.add(inspected, new Position(to)).stream().flatMap(Optional::stream).toList();
  }

  private static DeliveryLine line(long number) {
    return new DeliveryLine(
        "delivery",
        "01J90000000000000000%06d".formatted(number),
        number,
        "inbox",
        null,
        "webhook",
        Instant.EPOCH.plusMillis(number),
        "heartbeat",
        "authentic",
        "because",
        13,
        "0".repeat(64),
        200,
        null,
        List.of());
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }
}
