package webhookinspector.metrics.prometheus;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import webhookinspector.event.Event;
import webhookinspector.feed.Line;
import webhookinspector.history.FilterField;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.metrics.AtMost;
import webhookinspector.metrics.Bounded;
import webhookinspector.metrics.Metric;

/** Counts what the feed tells. */
final class LineCounts implements Consumer<Line> {

  private static final Set<String> KINDS = Set.copyOf(FilterField.KIND.choices());
  private static final Set<String> VERDICTS = Set.copyOf(FilterField.VERDICT.choices());
  private static final Set<String> SOURCES = Set.copyOf(FilterField.SOURCE.choices());
  private static final Set<String> ACTIONS = Set.copyOf(Event.ACTIONS);

  private final Counter deliveries;
  private final Counter events;
  private final Counter repeats;
  private final Counter echoes;
  private final Counter judgedAgain;
  private final Counter attempts;
  private final Counter gaps;
  private final Counter alerts;
  private final Histogram lag;
  private final Histogram attempt;

  private final AtMost topics = new AtMost(30);

  /** A line of an earlier position is one that was judged again. */
  private final AtomicLong newest = new AtomicLong();

  LineCounts(Instruments instruments) {
    deliveries = instruments.counter(Metric.DELIVERIES);
    events = instruments.counter(Metric.EVENTS);
    repeats = instruments.counter(Metric.REPEATS);
    echoes = instruments.counter(Metric.ECHOES);
    judgedAgain = instruments.counter(Metric.JUDGED_AGAIN);
    attempts = instruments.counter(Metric.ATTEMPTS);
    gaps = instruments.counter(Metric.GAPS);
    alerts = instruments.counter(Metric.ALERTS);
    lag =
        instruments.histogram(
            Metric.LAG, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 21_600, 86_400);
    attempt =
        instruments.histogram(
            Metric.ATTEMPT, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10);
  }

  @Override
  public void accept(Line line) {
    switch (line) {
      case Line.OfDelivery(DeliveryLine delivery) -> count(delivery);
      case Line.OfAttempt of -> count(of);
      case Line.OfGap(Gap gap) -> gaps.labelValues(topics.of(gap.topic())).inc();
      case Line.OfAlert alert -> alerts.labelValues(alert.level()).inc();
      default -> {}
    }
  }

  private void count(DeliveryLine delivery) {
    if (newest.getAndAccumulate(delivery.position(), Math::max) >= delivery.position()) {
      judgedAgain.inc();
      return;
    }
    deliveries
        .labelValues(Bounded.of(delivery.kind(), KINDS), Bounded.of(delivery.verdict(), VERDICTS))
        .inc();
    if (delivery.repeatOf() != null) {
      repeats.inc();
    }
    echoes.inc(delivery.echoes());
    if (delivery.verdict().equals("authentic")) {
      String source = Bounded.of(delivery.source(), SOURCES);
      delivery.events().forEach(event -> count(event, delivery, source));
    }
  }

  private void count(EventLine event, DeliveryLine delivery, String source) {
    events.labelValues(Bounded.of(event.action(), ACTIONS), source).inc();
    if (event.createdAt() != null) {
      Duration late = Duration.between(event.createdAt(), delivery.receivedAt());
      lag.labelValues(source).observe(Math.max(0, late.toMillis()) / 1e3);
    }
  }

  private void count(Line.OfAttempt of) {
    attempts.labelValues(of.source(), outcome(of)).inc();
    attempt.labelValues(of.source()).observe(of.millis() / 1e3);
  }

  /** 200 and 204 count as taken, as with Asana (webhooks guide). */
  private static String outcome(Line.OfAttempt of) {
    if (of.status() == null) {
      return "failed";
    }
    return of.taken() ? "taken" : "refused";
  }
}
