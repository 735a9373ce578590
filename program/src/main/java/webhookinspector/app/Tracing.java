package webhookinspector.app;

import java.util.Optional;
import webhookinspector.tracing.Steps;
import webhookinspector.tracing.otel.OtelSettings;
import webhookinspector.tracing.otel.OtelTraces;

/** Traces, where an endpoint is configured; otherwise OpenTelemetry's classes are never loaded. */
final class Tracing {

  private Tracing() {}

  /** What is told what happens inside, traces included where somebody wants them. */
  static Telemetry beside(Telemetry numbers, Surroundings surroundings, Closing closing) {
    Optional<OtelSettings> settings = OtelSettings.from(surroundings::variable);
    if (settings.isEmpty()) {
      return numbers;
    }
    OtelTraces traces = closing.later(new OtelTraces(settings.get(), surroundings.version()));
    return numbers.and(new Steps(surroundings.clock(), traces));
  }
}
