package webhookinspector.metrics.prometheus;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.intake.Acks;
import webhookinspector.metrics.Bounded;
import webhookinspector.metrics.Metric;

/**
 * How long answers take; each status has its place from the start, so that nothing is looked up.
 */
final class AckCounts implements Acks {

  /** All that the receiver port ever answers. */
  private static final int[] STATUSES = {200, 400, 401, 404, 405, 408, 413, 415, 503};

  private final Map<Integer, DistributionDataPoint> known;
  private final DistributionDataPoint other;

  AckCounts(Instruments instruments) {
    Histogram all =
        instruments.histogram(
            Metric.ACK,
            0.0005,
            0.001,
            0.0025,
            0.005,
            0.01,
            0.025,
            0.05,
            0.1,
            0.25,
            0.5,
            1,
            2.5,
            5,
            10);
    known =
        Arrays.stream(STATUSES)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(s -> s, s -> all.labelValues("" + s)));
    other = all.labelValues(Bounded.OTHER);
  }

  @Override
  public void answered(int status, @Nullable DeliveryId id, long nanos) {
    Objects.requireNonNullElse(known.get(status), other).observe(nanos / 1e9);
  }
}
