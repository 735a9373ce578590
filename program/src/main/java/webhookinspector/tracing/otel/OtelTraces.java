package webhookinspector.tracing.otel;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.tracing.Step;

/** Sends steps as spans. What the collector cannot take in time is dropped, never waited for. */
public final class OtelTraces implements Consumer<Step>, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final TraceIds ids = new TraceIds();
  private final QuietExporterLog log = new QuietExporterLog();
  private final SdkTracerProvider provider;
  private final Tracer tracer;

  /**
   * @param version of the program
   */
  public OtelTraces(OtelSettings settings, String version) {
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.endpoint().toString())
            .setTimeout(PATIENCE);
    settings.headers().forEach(exporter::addHeader);
    provider =
        SdkTracerProvider.builder()
            .setIdGenerator(ids)
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.ratio())))
            .setResource(
                Resource.create(
                    Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        settings.service(),
                        AttributeKey.stringKey("service.version"),
                        version)))
            .addSpanProcessor(BatchSpanProcessor.builder(exporter.build()).build())
            .build();
    tracer = provider.get("webhookinspector");
  }

  @Override
  public void accept(Step step) {
    SpanBuilder span =
        tracer.spanBuilder(step.name()).setStartTimestamp(step.began()).setSpanKind(kind(step));
    DeliveryId delivery = step.delivery();
    boolean first = step.name().equals(Step.FIRST);
    if (delivery == null || first) {
      span.setNoParent();
    } else {
      span.setParent(Context.root().with(Span.wrap(firstOf(delivery))));
    }
    step.notes().forEach(span::setAttribute);
    if (delivery != null) {
      span.setAttribute("delivery.id", delivery.text());
    }
    ids.next(first ? delivery : null);
    Span started = span.startSpan();
    ids.next(null);
    if (step.failure() != null) {
      started.setStatus(StatusCode.ERROR, step.failure());
    }
    started.end(step.began().plus(step.took()));
  }

  private static SpanKind kind(Step step) {
    return switch (step.name()) {
      case Step.FIRST -> SpanKind.SERVER;
      case "index" -> SpanKind.INTERNAL;
      default -> SpanKind.CLIENT;
    };
  }

  private static SpanContext firstOf(DeliveryId delivery) {
    return SpanContext.create(
        TraceIds.trace(delivery),
        TraceIds.firstSpan(delivery),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  /** What waits is sent, for a moment. */
  @Override
  public void close() {
    provider.shutdown().join(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    log.close();
  }
}
