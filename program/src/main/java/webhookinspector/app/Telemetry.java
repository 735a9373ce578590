package webhookinspector.app;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import webhookinspector.asana.Calls;
import webhookinspector.feed.Line;
import webhookinspector.intake.Acks;
import webhookinspector.ledger.Commits;
import webhookinspector.metrics.Metrics;
import webhookinspector.tracing.Steps;

/** Who is told what happens inside, for numbers and traces. Nobody in short commands. */
record Telemetry(Acks acks, Commits commits, Calls calls, Consumer<Line> lines) {

  static final Telemetry NONE = new Telemetry(Acks.NONE, Commits.NONE, Calls.NONE, _ -> {});

  /** Numbers only. */
  static Telemetry of(Metrics metrics) {
    return new Telemetry(metrics.acks(), metrics.commits(), metrics.calls(), metrics.lines());
  }

  /** Traces, too. */
  Telemetry and(Steps steps) {
    return new Telemetry(
        (status, id, nanos) -> {
          acks.answered(status, id, nanos);
          steps.answered(status, id, nanos);
        },
        commits,
        both(calls, steps),
        lines.andThen(steps));
  }

  private static Calls both(Calls one, Calls other) {
    return new Calls() {
      @Override
      public void called(String call, int status, Duration took) {
        one.called(call, status, took);
        other.called(call, status, took);
      }

      @Override
      public void dated(Instant date, Instant before, Instant after) {
        one.dated(date, before, after);
      }
    };
  }
}
