package webhookinspector.bench.pieces;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import webhookinspector.history.FilterMatcher;
import webhookinspector.history.FilterParser;
import webhookinspector.inspection.DeliveryLine;

/** Asking a delivery of four events for two conditions that none meets, beside a loop by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FilterPiece {

  private final DeliveryLine line = Sample.line();
  private final FilterMatcher matcher =
      new FilterMatcher(FilterParser.parse("action=changed field=name", Instant.EPOCH));

  /** As list, feed and forwarding ask. */
  @Benchmark
  public boolean matcher() {
    return matcher.matches(line, "");
  }

  /** As one would write it for this filter alone. */
  @Benchmark
  public boolean baselineByHand() {
    return line.events().stream()
        .anyMatch(event -> event.action().equals("changed") && "name".equals(event.field()));
  }
}
