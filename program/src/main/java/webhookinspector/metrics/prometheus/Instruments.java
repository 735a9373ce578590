package webhookinspector.metrics.prometheus;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.Consumer;
import webhookinspector.metrics.Metric;

/** Makes the library's instruments from the catalogue, so that there is one list of names. */
final class Instruments {

  private final PrometheusRegistry registry;

  Instruments(PrometheusRegistry registry) {
    this.registry = registry;
  }

  Counter counter(Metric metric) {
    return Counter.builder()
        .name(metric.title())
        .help(metric.help())
        .labelNames(labels(metric))
        .withoutExemplars()
        .register(registry);
  }

  /**
   * @param bounds upper ones, rising
   */
  Histogram histogram(Metric metric, double... bounds) {
    return Histogram.builder()
        .name(metric.title())
        .help(metric.help())
        .labelNames(labels(metric))
        .classicOnly()
        .classicUpperBounds(bounds)
        .withoutExemplars()
        .register(registry);
  }

  /**
   * @param reading called for each scrape
   */
  void gauge(Metric metric, Consumer<GaugeWithCallback.Callback> reading) {
    GaugeWithCallback.builder()
        .name(metric.title())
        .help(metric.help())
        .labelNames(labels(metric))
        .callback(reading)
        .register(registry);
  }

  /**
   * @param reading called for each scrape
   */
  void counter(Metric metric, Consumer<CounterWithCallback.Callback> reading) {
    CounterWithCallback.builder()
        .name(metric.title())
        .help(metric.help())
        .labelNames(labels(metric))
        .callback(reading)
        .register(registry);
  }

  private static String[] labels(Metric metric) {
    return metric.labels().toArray(String[]::new);
  }
}
