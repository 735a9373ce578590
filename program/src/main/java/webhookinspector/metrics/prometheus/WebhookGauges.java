package webhookinspector.metrics.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import webhookinspector.metrics.Metric;
import webhookinspector.registry.Level;
import webhookinspector.watch.HealthReport;
import webhookinspector.watch.Lag;
import webhookinspector.watch.SelfPing;
import webhookinspector.watch.WebhookHealth;

/** How our webhooks are doing; the label is the inbox, of which the first 200 by name count. */
final class WebhookGauges {

  private static final int MOST = 200;

  private final Instruments instruments;
  private final Supplier<@Nullable HealthReport> report;

  WebhookGauges(Instruments instruments, Supplier<@Nullable HealthReport> report) {
    this.instruments = instruments;
    this.report = report;
  }

  void register() {
    instruments.gauge(
        Metric.WEBHOOK_LEVEL,
        to -> each((at, w) -> to.call(number(w.level()), w.inbox(), w.word().word())));
    since(Metric.HEARTBEAT_AGE, WebhookHealth::lastSuccessAt);
    since(Metric.HEARD_AGE, WebhookHealth::lastHeardAt);
    instruments.gauge(
        Metric.DELETION,
        to ->
            each(
                (at, w) -> {
                  Instant deletion = w.failureDeletionTimestamp();
                  if (deletion != null) {
                    to.call(seconds(at, deletion), w.inbox());
                  }
                }));
    instruments.gauge(
        Metric.RETRIES, to -> each((at, w) -> to.call(w.deliveryRetryCount(), w.inbox())));
    instruments.gauge(
        Metric.LAG_QUANTILE,
        to ->
            each(
                (at, w) -> {
                  Lag lag = w.lag();
                  if (lag != null) {
                    to.call(lag.p50() / 1e3, w.inbox(), "0.5");
                    to.call(lag.p90() / 1e3, w.inbox(), "0.9");
                    to.call(lag.p99() / 1e3, w.inbox(), "0.99");
                  }
                }));
    pings(Metric.SELF_PING_UP, ping -> ping.ok() ? 1 : 0);
    pings(Metric.SELF_PING, ping -> ping.millis() == null ? Double.NaN : ping.millis() / 1e3);
    instruments.gauge(
        Metric.CLOCK_SKEW,
        to -> {
          HealthReport now = report.get();
          if (now != null && now.clockSkew() != null) {
            to.call(now.clockSkew().millis() / 1e3);
          }
        });
  }

  private interface Time {
    @Nullable Instant of(WebhookHealth webhook);
  }

  private void since(Metric metric, Time time) {
    instruments.gauge(
        metric,
        to ->
            each(
                (at, w) -> {
                  Instant then = time.of(w);
                  if (then != null) {
                    to.call(seconds(then, at), w.inbox());
                  }
                }));
  }

  private void pings(Metric metric, ToDoubleFunction<SelfPing> value) {
    instruments.gauge(
        metric,
        to -> {
          HealthReport now = report.get();
          List<SelfPing> all = now == null ? List.of() : now.selfPings();
          all.stream().limit(MOST).forEach(p -> to.call(value.applyAsDouble(p), p.address()));
        });
  }

  private void each(BiConsumer<Instant, WebhookHealth> what) {
    HealthReport now = report.get();
    if (now != null) {
      now.webhooks().stream()
          .filter(w -> w.inbox() != null)
          .limit(MOST)
          .forEach(w -> what.accept(now.at(), w));
    }
  }

  private static int number(Level level) {
    return switch (level) {
      case GOOD -> 0;
      case WARN -> 1;
      case ALARM -> 2;
      case CRITICAL -> 3;
    };
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
