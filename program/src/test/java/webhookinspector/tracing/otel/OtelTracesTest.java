package webhookinspector.tracing.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.tracing.Steps;

class OtelTracesTest {

  private static final DeliveryId ID = new DeliveryId("01J9ZZZZZZ0123456789ABCDEF");

  private final CollectorStandIn collector = new CollectorStandIn();

  @AfterEach
  void close() {
    collector.close();
  }

  private OtelSettings settings(Map<String, String> more) {
    return OtelSettings.from(
            name ->
                Optional.ofNullable(
                    name.equals("OTEL_EXPORTER_OTLP_ENDPOINT")
                        ? collector.endpoint() + "/"
                        : more.get(name)))
        .orElseThrow();
  }

  @Test
  void joinsWhatADeliveryGoesThroughInOneTraceThatItsIdNames() {
    try (var traces = new OtelTraces(settings(Map.of()), "0.1.0")) {
      var steps = new Steps(Instant::now, traces);
      steps.answered(200, ID, Duration.ofMillis(3).toNanos());
      steps.accept(
          new Line.OfAttempt(
              Instant.now(),
              ID.text(),
              "http://user.example/hook?token=secret-of-target",
              500,
              7,
              null,
              "forward",
              ID.text(),
              null));
      steps.called("GET /webhooks", 200, Duration.ofMillis(80));
    }

    assertThat(collector.spans)
        .extracting(CollectorStandIn.Span::name)
        .containsExactlyInAnyOrder("ack", "forward", "asana GET /webhooks");
    CollectorStandIn.Span ack = span("ack");
    CollectorStandIn.Span forward = span("forward");
    assertThat(ack.trace()).isEqualTo(TraceIds.trace(ID)).isEqualTo(forward.trace());
    assertThat(ack.parent()).isNull();
    assertThat(forward.parent()).isEqualTo(ack.id());
    assertThat(span("asana GET /webhooks").trace()).isNotEqualTo(ack.trace());
    assertThat(ack.notes())
        .containsEntry("delivery.id", ID.text())
        .containsEntry("http.response.status_code", "200");
    assertThat(forward.notes()).containsEntry("server.address", "user.example");
    assertThat(collector.spans.toString()).doesNotContain("secret-of-target");
  }

  private CollectorStandIn.Span span(String name) {
    return collector.spans.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void tellsOfWhatIsIndexedOnlyWhenItCanBeBelieved() {
    try (var traces = new OtelTraces(settings(Map.of()), "0.1.0")) {
      var steps = new Steps(() -> Examples.NOON.plusSeconds(9), traces);
      steps.accept(new Line.OfDelivery(Examples.completed(1)));
      steps.accept(new Line.OfDelivery(Examples.forged(2)));
      steps.answered(404, null, 1_000);
    }

    assertThat(collector.spans).hasSize(1);
    assertThat(collector.spans.getFirst().notes()).containsEntry("delivery.kind", "events");
  }

  @Test
  void sendsThePasswordOfTheCollectorAndShowsItNowhere() {
    OtelSettings settings =
        settings(Map.of("OTEL_EXPORTER_OTLP_HEADERS", "x-api-key=pass%3Dword, other=1"));
    try (var traces = new OtelTraces(settings, "0.1.0")) {
      new Steps(Instant::now, traces).answered(200, ID, 1_000);
    }
    assertThat(collector.passwords).isEqualTo(List.of("pass=word"));
    assertThat(settings.toString()).doesNotContain("pass");
  }

  @Test
  void takesNoShareOfTracesWhenNoneIsWanted() {
    try (var traces =
        new OtelTraces(settings(Map.of("OTEL_TRACES_SAMPLER", "always_off")), "0.1.0")) {
      new Steps(Instant::now, traces).answered(200, ID, 1_000);
    }
    assertThat(collector.spans).isEmpty();
  }

  @Test
  void isOffUnlessAnEndpointIsConfiguredAndOnceItIsSwitchedOff() {
    assertThat(OtelSettings.from(name -> Optional.empty())).isEmpty();
    assertThat(
            OtelSettings.from(
                name ->
                    Optional.ofNullable(
                        Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                "http://127.0.0.1:4318",
                                "OTEL_SDK_DISABLED",
                                "true")
                            .get(name))))
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OtelSettings.from(name -> Optional.of("collector:4318")))
        .withMessageContaining("(expected: such as http://127.0.0.1:4318)");
  }

  @Test
  void isNotHeldUpByACollectorThatIsGone() {
    OtelSettings settings = settings(Map.of());
    collector.close();
    long begun = System.nanoTime();
    try (var traces = new OtelTraces(settings, "0.1.0")) {
      var steps = new Steps(Instant::now, traces);
      for (int i = 0; i < 10_000; i++) {
        steps.answered(200, ID, 1_000);
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }
}
