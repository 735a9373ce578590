package webhookinspector.metrics.prometheus;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.Calls;
import webhookinspector.feed.Line;
import webhookinspector.intake.Acks;
import webhookinspector.ledger.Commits;
import webhookinspector.metrics.Metric;
import webhookinspector.metrics.Metrics;
import webhookinspector.metrics.Readings;

/** {@link Metrics} by Prometheus' client library. */
public final class PrometheusMetrics implements Metrics {

  /** As many as the gauges of webhooks show. */
  private static final int MOST_INBOXES = 200;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Acks acks;
  private final Commits commits;
  private final Calls calls;
  private final Consumer<Line> lines;
  private volatile @Nullable Supplier<Readings> source;

  /** Read once a scrape, so that all values in it are of one moment. */
  private @Nullable Readings readings;

  /**
   * @param version of the program
   */
  public PrometheusMetrics(String version) {
    var instruments = new Instruments(registry);
    acks = new AckCounts(instruments);
    commits = new CommitCounts(instruments);
    calls = new CallCounts(instruments);
    lines = new LineCounts(instruments);
    new WebhookGauges(instruments, () -> readings == null ? null : readings.health()).register();
    registerReadings(instruments);
    ProcessGauges.register(instruments, version);
  }

  private void registerReadings(Instruments instruments) {
    gauge(instruments, Metric.LEDGER_UP, r -> r.ledger().well() ? 1 : 0);
    gauge(instruments, Metric.LEDGER_POSITION, Readings::position);
    gauge(instruments, Metric.HISTORY_BEHIND, Readings::behind);
    gauge(instruments, Metric.GAPS_OPEN, Readings::openGaps);
    gauge(instruments, Metric.CONNECTIONS, Readings::connections);
    gauge(instruments, Metric.WATCHERS, Readings::watchers);
    instruments.gauge(
        Metric.MISSING,
        callback -> {
          Readings now = readings;
          if (now != null) {
            now.missing().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_INBOXES)
                .forEach(one -> callback.call(one.getValue(), one.getKey()));
          }
        });
    counter(instruments, Metric.JUNK_DROPPED, r -> r.ledger().notQueued());
    counter(instruments, Metric.TURNED_AWAY, Readings::turnedAway);
  }

  private void gauge(Instruments to, Metric metric, ToDoubleFunction<Readings> value) {
    to.gauge(
        metric,
        callback -> {
          Readings now = readings;
          if (now != null) {
            callback.call(value.applyAsDouble(now));
          }
        });
  }

  private void counter(Instruments to, Metric metric, ToDoubleFunction<Readings> value) {
    to.counter(
        metric,
        callback -> {
          Readings now = readings;
          if (now != null) {
            callback.call(value.applyAsDouble(now));
          }
        });
  }

  @Override
  public Acks acks() {
    return acks;
  }

  @Override
  public Commits commits() {
    return commits;
  }

  @Override
  public Calls calls() {
    return calls;
  }

  @Override
  public Consumer<Line> lines() {
    return lines;
  }

  @Override
  public void readFrom(Supplier<Readings> from) {
    source = from;
  }

  @Override
  public synchronized String text() {
    Supplier<Readings> from = source;
    readings = from == null ? null : from.get();
    var out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.builder()
          .build()
          .write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
