package webhookinspector.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.history.History;
import webhookinspector.history.HistoryTrouble;
import webhookinspector.history.Query;
import webhookinspector.history.RandomFilters;
import webhookinspector.history.SampleDeliveries;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.Inspected;

/**
 * How long a large history takes to answer. Not among the tests, for it takes minutes.
 *
 * <p>{@code history.deliveries}: how many, 100,000 unless given. {@code history.file}: where the
 * history is built, or was built before.
 */
class MillionHistoryCheck {

  private static final int DELIVERIES = Integer.getInteger("history.deliveries", 100_000);

  @TempDir Path folder;

  private final List<Inspected> corpus = new ArrayList<>();
  private Instant end = SampleDeliveries.START;

  @Test
  void answersWithinTheBudgets() throws IOException {
    String kept = System.getProperty("history.file");
    Path file = kept == null ? folder.resolve("history.db") : Path.of(kept);
    load(file);
    long opened = System.nanoTime();
    try (History history = SqliteHistory.open(file)) {
      report("open", new double[] {millisSince(opened)});
      Supplier<FilterExpression> all = () -> FilterExpression.ALL;
      new Timings("warming up", 50).p95(history, all);
      double page = new Timings("page of 50", 100).p95(history, all);
      var random = new RandomFilters(new Random(5), corpus).withoutWords();
      double filter = new Timings("any filter", 400).p95(history, () -> parse(random.next()));
      var some = new RandomFilters(new Random(6), corpus);
      double words = new Timings("words", 100).p95(history, () -> parse(some.words()));
      assertThat(page).isLessThan(50);
      assertThat(filter).isLessThan(200);
      assertThat(words).isLessThan(300);
    }
  }

  private void load(Path file) throws IOException {
    var sample = new SampleDeliveries(11, 20_000);
    boolean isThere = Files.exists(file);
    long start = System.nanoTime();
    try (History history = SqliteHistory.open(file)) {
      for (int n = 0; n < DELIVERIES; n += 500) {
        List<Inspected> batch = sample.next(500);
        if (!isThere) {
          history.add(batch, new Position(batch.getLast().line().position()));
        }
        corpus.addAll(n % 50_000 == 0 ? batch.subList(0, 50) : List.of());
        end = batch.getLast().line().receivedAt();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%,d deliveries in %.0f s (%,.0f/s), %,d MB%n",
        DELIVERIES, seconds, DELIVERIES / seconds, Files.size(file) >> 20);
  }

  private FilterExpression parse(String filter) {
    return FilterParser.parse(filter, end);
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void report(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "%-20s p50 %7.1f ms   p95 %7.1f ms   max %7.1f ms   (%d)%n",
        what, millis[millis.length / 2], p95(millis), millis[millis.length - 1], millis.length);
  }

  private static double p95(double[] sorted) {
    return sorted[sorted.length * 95 / 100];
  }

  private record Timings(String what, int count) {

    /** Of the CPU time, which other work on the machine leaves alone. */
    double p95(History history, Supplier<FilterExpression> filters) {
      ThreadMXBean clock = ManagementFactory.getThreadMXBean();
      double[] millis = new double[count];
      double[] cpu = new double[count];
      for (int i = 0; i < count; i++) {
        FilterExpression filter = filters.get();
        long start = System.nanoTime();
        long cpuStart = clock.getCurrentThreadCpuTime();
        list(history, filter);
        millis[i] = millisSince(start);
        cpu[i] = (clock.getCurrentThreadCpuTime() - cpuStart) / 1e6;
        if (cpu[i] > 200) {
          System.out.printf("%.0f ms of CPU: %s%n", cpu[i], filter);
        }
      }
      report(what, millis);
      report(what + ", CPU", cpu);
      return MillionHistoryCheck.p95(cpu);
    }

    private static void list(History history, FilterExpression filter) {
      try {
        history.list(new Query(filter, null, null), 50);
      } catch (HistoryTrouble e) {
        System.out.println("stopped: " + filter);
      }
    }
  }
}
