package webhookinspector.metrics.prometheus;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import webhookinspector.metrics.Metric;

/** What the process itself takes. The beans are looked up when somebody asks, not at the start. */
final class ProcessGauges {

  private ProcessGauges() {}

  static void register(Instruments instruments, String version) {
    instruments.gauge(Metric.INFO, to -> to.call(1, version));
    instruments.gauge(
        Metric.START_TIME,
        to -> to.call(ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3));
    instruments.counter(
        Metric.CPU,
        to ->
            ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .ifPresent(millis -> to.call(millis / 1e3)));
    instruments.gauge(
        Metric.MEMORY,
        to -> {
          MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
          MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
          to.call((double) heap.getUsed(), "heap");
          to.call((double) other.getUsed(), "nonheap");
        });
  }
}
