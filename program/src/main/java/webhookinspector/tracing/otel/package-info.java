/**
 * Traces by OpenTelemetry's SDK, sent over OTLP/HTTP. Loaded only where an endpoint is configured.
 */
@NullMarked
package webhookinspector.tracing.otel;

import org.jspecify.annotations.NullMarked;
