package webhookinspector.app;

import java.util.function.Consumer;
import webhookinspector.asana.Calls;
import webhookinspector.feed.Line;
import webhookinspector.intake.Acks;
import webhookinspector.ledger.Commits;
import webhookinspector.metrics.Metrics;

/** Who is told what happens inside, for numbers and traces. Nobody in short commands. */
record Telemetry(Acks acks, Commits commits, Calls calls, Consumer<Line> lines) {

  static final Telemetry NONE = new Telemetry(Acks.NONE, Commits.NONE, Calls.NONE, _ -> {});

  /** Numbers only. */
  static Telemetry of(Metrics metrics) {
    return new Telemetry(metrics.acks(), metrics.commits(), metrics.calls(), metrics.lines());
  }
}
