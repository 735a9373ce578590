package webhookinspector.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import webhookinspector.egress.Target;
import webhookinspector.feed.ReplayLine;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.outbox.Attempt;

/** The schedule at work, on a clock that jumps. */
class RunTest {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");
  private static final DeliveryIds IDS = new DeliveryIds(() -> NOON, new Random(1));

  private final JumpingTicker ticker = new JumpingTicker();
  private final List<Chosen> chosen =
      LongStream.range(0, 100)
          .mapToObj(i -> new Chosen(IDS.next(), i, NOON.plusSeconds(i)))
          .toList();
  private final List<DeliveryId> order = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> moments = Collections.synchronizedList(new ArrayList<>());
  private final List<ReplayLine> told = Collections.synchronizedList(new ArrayList<>());

  private Run run(Spacing spacing, int concurrency) {
    var plan =
        new Plan(
            Target.parse("http://127.0.0.1:3000/"),
            spacing,
            Mixing.NONE,
            concurrency,
            Signing.AS_IT_CAME);
    return new Run("01K", plan, new Choice(chosen, 2), ticker, InstantSource.fixed(NOON));
  }

  private Sent answered(DeliveryId delivery, @Nullable Integer status, long millis) {
    order.add(delivery);
    moments.add(ticker.now() / 1_000_000);
    var attempt =
        new Attempt(
            delivery,
            "http://127.0.0.1:3000/",
            NOON,
            status,
            millis,
            status == null ? "nothing listens" : null,
            Attempt.Source.REPLAY,
            delivery.text());
    return new Sent(attempt, Duration.ofMillis(millis), null);
  }

  private ReplayLine whole(Run run, Function<DeliveryId, Sent> sending) {
    run.begin();
    run.go(delivery -> Optional.of(() -> sending.apply(delivery)), _ -> {}, told::add);
    return run.end();
  }

  @Test
  void sendsEachWhenItsTimeHasComeAndInOrder() {
    ReplayLine line = whole(run(new Spacing(10), 1), d -> answered(d, 200, 1));
    assertThat(order).isEqualTo(chosen.stream().map(Chosen::delivery).toList());
    assertThat(moments).isEqualTo(LongStream.range(0, 100).map(i -> i * 100).boxed().toList());
    assertThat(line.state()).isEqualTo("done");
    assertThat(line.sent()).isEqualTo(100);
    assertThat(line.leftOut()).isEqualTo(2);
    assertThat(line.lasts()).isEqualTo(9_900);
    assertThat(line.late()).isZero();
  }

  @Test
  void countsByStatusAndGivesPercentiles() {
    var number = new AtomicInteger();
    ReplayLine line =
        whole(
            run(Spacing.NONE, 1),
            d -> {
              int i = number.incrementAndGet();
              Integer status = i % 25 == 1 ? null : Integer.valueOf(i % 10 == 0 ? 500 : 200);
              return answered(d, status, i);
            });
    assertThat(line.taken()).isEqualTo(86);
    assertThat(line.answers())
        .extracting(ReplayLine.Answers::status)
        .containsExactly(200, 500, null);
    assertThat(line.answers()).extracting(ReplayLine.Answers::count).containsExactly(86, 10, 4);
    assertThat(line.answers().get(1).times()).isEqualTo(new ReplayLine.Times(50, 100, 100));
  }

  @Test
  void doesNotWaitForAnAnswerWhereSeveralMayBeUnderWay() {
    var bothThere = new CountDownLatch(2);
    ReplayLine line =
        whole(
            run(Spacing.ORIGINAL, 2),
            d -> {
              bothThere.countDown();
              await(bothThere);
              return answered(d, 200, 1);
            });
    assertThat(line.sent()).isEqualTo(100);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void stopsWhenToldAndSaysWhatWasSent() {
    Run run = run(Spacing.ORIGINAL, 1);
    ReplayLine line =
        whole(
            run,
            d -> {
              if (order.size() == 9) {
                run.stop();
              }
              return answered(d, 200, 1);
            });
    assertThat(line.state()).isEqualTo("stopped");
    assertThat(line.sent()).isEqualTo(10);
    assertThat(line.planned()).isEqualTo(100);
  }

  @Test
  void givesUpWhereNobodyAnswers() {
    ReplayLine line = whole(run(Spacing.NONE, 1), d -> answered(d, null, 1));
    assertThat(line.state()).isEqualTo("failed");
    assertThat(line.sent()).isEqualTo(Run.MOST_UNANSWERED);
    assertThat(line.because()).isEqualTo("20 in a row had no answer: nothing listens");
  }

  @Test
  void goesOnWhereSomebodyAnswersNowAndThen() {
    var number = new AtomicInteger();
    ReplayLine line =
        whole(
            run(Spacing.NONE, 1),
            d -> answered(d, number.incrementAndGet() % 20 == 0 ? 503 : null, 1));
    assertThat(line.state()).isEqualTo("done");
    assertThat(line.sent()).isEqualTo(100);
  }

  @Test
  void sendsNothingMoreOnceItMustNotGoThere() {
    ReplayLine line =
        whole(
            run(Spacing.NONE, 1),
            d -> {
              throw new NotSent("port 8090 is this program's own");
            });
    assertThat(line.state()).isEqualTo("failed");
    assertThat(line.sent()).isZero();
    assertThat(line.because()).startsWith("port 8090");
  }

  @Test
  void leavesOutWhatIsNotKeptAnyMore() {
    Run run = run(Spacing.NONE, 1);
    run.begin();
    run.go(
        d -> order.size() < 99 ? Optional.of(() -> answered(d, 200, 1)) : Optional.empty(),
        _ -> {},
        told::add);
    ReplayLine line = run.end();
    assertThat(line.state()).isEqualTo("done");
    assertThat(line.sent()).isEqualTo(99);
    assertThat(line.leftOut()).isEqualTo(3);
  }

  @Test
  void tellsAFewTimesASecondAndNotWithEachDelivery() {
    whole(run(new Spacing(100), 1), d -> answered(d, 200, 1));
    assertThat(told.getFirst().sent()).isZero();
    assertThat(told).hasSizeBetween(3, 6);
  }
}
