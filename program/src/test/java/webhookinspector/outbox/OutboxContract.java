package webhookinspector.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import webhookinspector.inbox.DeliveryId;

/** What every {@link Outbox} promises. A new backend is done when its subclass is green. */
public abstract class OutboxContract {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.123456789Z");
  protected static final DeliveryId ONE = new DeliveryId("01J9ZZ00000000000000000001");
  protected static final DeliveryId OTHER = new DeliveryId("01J9ZZ00000000000000000002");
  private static final String HERE = "http://localhost:3000/hook";
  private static final String THERE = "http://localhost:3001/hook";

  protected Outbox outbox;

  /** Opens the same outbox each time: what one has kept, the next one finds. */
  protected abstract Outbox open();

  protected void reopen() {
    outbox.close();
    outbox = open();
  }

  @BeforeEach
  void start() {
    outbox = open();
  }

  @AfterEach
  void stop() {
    outbox.close();
  }

  @Test
  void startsEmpty() {
    assertThat(outbox.attemptsOf(ONE, 10)).isEmpty();
    assertThat(outbox.attemptsAt(HERE, 10)).isEmpty();
  }

  @Test
  void remembersAttemptsAsTheyWere() {
    var taken = attempt(ONE, HERE, 204);
    var failed =
        new Attempt(
            ONE,
            HERE,
            NOW,
            null,
            10_001,
            "no whole answer in time",
            Attempt.Source.FORWARD,
            "edited");
    outbox.keep(List.of(taken, failed));
    reopen();
    assertThat(outbox.attemptsOf(ONE, 10)).containsExactly(taken, failed);
    assertThat(taken.taken()).isTrue();
    assertThat(failed.taken()).isFalse();
  }

  @Test
  void findsThemByDeliveryAndByTarget() {
    var first = attempt(ONE, HERE, 500);
    var second = attempt(OTHER, HERE, 200);
    var third = attempt(ONE, THERE, 200);
    outbox.keep(List.of(first, second));
    outbox.keep(List.of(third));
    assertThat(outbox.attemptsOf(ONE, 10)).containsExactly(first, third);
    assertThat(outbox.attemptsAt(HERE, 10)).containsExactly(first, second);
  }

  @Test
  void givesTheNewestOldestFirst() {
    var all = IntStream.range(200, 220).mapToObj(status -> attempt(ONE, HERE, status)).toList();
    outbox.keep(all);
    assertThat(outbox.attemptsOf(ONE, 5)).isEqualTo(all.subList(15, 20));
    assertThat(outbox.attemptsAt(HERE, 3)).isEqualTo(all.subList(17, 20));
  }

  protected static Attempt attempt(DeliveryId delivery, String target, @Nullable Integer status) {
    return new Attempt(
        delivery, target, NOW, status, 7, null, Attempt.Source.REPLAY, delivery.text());
  }
}
