package webhookinspector.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;

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

  private static final Headers OWN = Headers.of("X-Api-Key", "a: b", "Cookie", "");

  @Test
  void keepsTargetsWithTheirRests() {
    KeptTarget target = outbox.save(KeptTarget.fresh(HERE, "type=task", true, at(7)));
    assertThat(target.number()).isPositive();
    KeptTarget rested = outbox.save(target.paused(true).toRest(at(9)).awake(at(12)).toRest(at(20)));
    KeptTarget other = outbox.save(KeptTarget.fresh(THERE, "", false, at(1)).with(OWN));
    reopen();
    assertThat(outbox.targets()).containsExactly(rested, other);
    outbox.remove(rested.number());
    reopen();
    assertThat(outbox.targets()).containsExactly(other);
  }

  @Test
  void movesATargetOnAndForgetsTheRestsBehindIt() {
    KeptTarget target = KeptTarget.fresh(HERE, "", true, at(7)).toRest(at(9)).awake(at(12));
    KeptTarget saved = outbox.save(target.toRest(at(20)));
    outbox.advance(progress(List.of(), List.of(), Map.of(saved.number(), at(13))));
    reopen();
    assertThat(outbox.targets()).containsExactly(saved.at(at(13)));
    assertThat(saved.at(at(13)).rests()).containsExactly(new Rest(at(20), null));
  }

  @Test
  void keepsLettersUntilTheyAreTaken() {
    long target = outbox.save(KeptTarget.fresh(HERE, "", true, at(0))).number();
    var second = new Letter(target, at(2), OTHER, 3, NOW, NOW.plusSeconds(9), false, "answer 500");
    Letter first = Letter.fresh(target, at(1), ONE);
    outbox.advance(progress(List.of(second, first), List.of(), Map.of()));
    reopen();
    assertThat(outbox.waiting(target)).containsExactly(first, second);
    outbox.advance(progress(List.of(), List.of(first), Map.of()));
    assertThat(outbox.waiting(target)).containsExactly(second);
    assertThat(outbox.countDead(target)).isZero();
  }

  @Test
  void setsDeadLettersAsideAndRevivesThem() {
    long target = outbox.save(KeptTarget.fresh(HERE, "", true, at(0))).number();
    Letter first = Letter.fresh(target, at(1), ONE).buried("answer 410");
    Letter second = Letter.fresh(target, at(2), OTHER).buried("answer 410");
    outbox.advance(progress(List.of(first, second), List.of(), Map.of()));
    reopen();
    assertThat(outbox.waiting(target)).isEmpty();
    assertThat(outbox.countDead(target)).isEqualTo(2);
    assertThat(outbox.dead(target, 1)).containsExactly(second);
    assertThat(outbox.revive(target, OTHER)).containsExactly(second.revived());
    assertThat(outbox.waiting(target)).containsExactly(second.revived());
    assertThat(outbox.revive(target, null)).containsExactly(first.revived());
    assertThat(outbox.countDead(target)).isZero();
  }

  @Test
  void forgetsTheLettersOfARemovedTargetAndWritesNoneAnew() {
    long target = outbox.save(KeptTarget.fresh(HERE, "", true, at(0))).number();
    Letter letter = Letter.fresh(target, at(1), ONE);
    outbox.advance(progress(List.of(letter), List.of(), Map.of()));
    outbox.remove(target);
    var late =
        new Progress(
            List.of(attempt(ONE, HERE, 500)), List.of(letter), List.of(), Map.of(target, at(1)));
    outbox.advance(late);
    assertThat(outbox.waiting(target)).isEmpty();
    assertThat(outbox.attemptsOf(ONE, 10)).hasSize(1);
  }

  private static Position at(long number) {
    return new Position(number);
  }

  private static Progress progress(
      List<Letter> waiting, List<Letter> done, Map<Long, Position> reached) {
    return new Progress(List.of(), waiting, done, reached);
  }

  protected static Attempt attempt(DeliveryId delivery, String target, @Nullable Integer status) {
    return new Attempt(
        delivery,
        target,
        NOW,
        status,
        7,
        null,
        Attempt.Source.REPLAY,
        delivery.text(),
        "Grüße\n\t\u001b[2J 🎉");
  }
}
