package webhookinspector.metrics.prometheus;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import webhookinspector.ledger.Commits;
import webhookinspector.metrics.Metric;

/** How many deliveries share a sync, and how long the disk takes. */
final class CommitCounts implements Commits {

  private final Histogram sizes;
  private final Histogram syncs;
  private final Counter bytes;

  CommitCounts(Instruments instruments) {
    sizes = instruments.histogram(Metric.COMMIT_ENTRIES, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000);
    syncs =
        instruments.histogram(
            Metric.SYNC, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3);
    bytes = instruments.counter(Metric.COMMIT_BYTES);
  }

  @Override
  public void committed(int entries, long written, long syncNanos) {
    sizes.observe(entries);
    syncs.observe(syncNanos / 1e9);
    bytes.inc(written);
  }
}
