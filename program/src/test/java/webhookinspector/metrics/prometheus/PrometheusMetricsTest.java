package webhookinspector.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import webhookinspector.event.Ref;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.ledger.LedgerHealth;
import webhookinspector.metrics.Exposition;
import webhookinspector.metrics.Metric;
import webhookinspector.metrics.Readings;
import webhookinspector.registry.Level;
import webhookinspector.watch.ClockSkew;
import webhookinspector.watch.HealthReport;
import webhookinspector.watch.Lag;
import webhookinspector.watch.SelfPing;
import webhookinspector.watch.WebhookHealth;
import webhookinspector.watch.Word;

class PrometheusMetricsTest {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");

  private final PrometheusMetrics metrics = new PrometheusMetrics("0.1.0");

  @Test
  void isWellFormedBeforeAnythingHasHappened() {
    Exposition exposition = Exposition.parse(metrics.text());
    assertThat(exposition.families()).contains("inspector_info", "process_start_time_seconds");
  }

  @Test
  void isWellFormedAndHoldsEveryMetricOfTheCatalogueOnceAllHasHappened() {
    everythingHappens();
    Exposition exposition = Exposition.parse(metrics.text());

    assertThat(exposition.families())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Metric.values()).map(Metric::title).toList());
    for (Metric metric : Metric.values()) {
      assertThat(exposition.type(metric.title()))
          .isEqualTo(metric.type().name().toLowerCase(Locale.ROOT));
      var series =
          exposition.series(
              metric.title() + (metric.type() == Metric.Type.HISTOGRAM ? "_count" : ""));
      assertThat(series).as(metric.title()).isNotEmpty();
      assertThat(series.getFirst().labels().keySet())
          .as(metric.title())
          .containsExactlyInAnyOrderElementsOf(metric.labels());
    }
  }

  @Test
  void countsWhatItIsTold() {
    everythingHappens();
    Exposition exposition = Exposition.parse(metrics.text());

    assertThat(
            exposition.value(
                "inspector_deliveries_total", Map.of("kind", "events", "verdict", "authentic")))
        .isEqualTo(2);
    assertThat(exposition.value("inspector_judged_again_total", Map.of())).isEqualTo(1);
    assertThat(exposition.value("inspector_ack_seconds_count", Map.of("status", "200")))
        .isEqualTo(1);
    assertThat(
            exposition.value(
                "inspector_attempts_total", Map.of("source", "replay", "outcome", "taken")))
        .isEqualTo(1);
    assertThat(exposition.value("inspector_heartbeat_age_seconds", Map.of("inbox", "build-board")))
        .isEqualTo(3_600);
    assertThat(exposition.value("inspector_deletion_seconds", Map.of("inbox", "build-board")))
        .isEqualTo(7_200);
    assertThat(
            exposition.value(
                "inspector_webhook_lag_seconds", Map.of("inbox", "build-board", "quantile", "0.9")))
        .isEqualTo(0.9);
    assertThat(exposition.value("inspector_commit_bytes_total", Map.of())).isEqualTo(1_000);
    assertThat(
            exposition.value(
                "inspector_asana_call_seconds_count",
                Map.of("call", "GET /webhooks", "status", "2xx")))
        .isEqualTo(1);
  }

  @Test
  void givesStrangersNoLabelsOfTheirOwn() {
    for (int i = 1; i <= 500; i++) {
      metrics
          .lines()
          .accept(new Line.OfDelivery(delivery(i, "events", "authentic", "action-" + i)));
      metrics
          .lines()
          .accept(
              new Line.OfGap(new Gap("g" + i, NOON, "topic-" + i, null, null, null, null, "x")));
      metrics.calls().called("GET /stories/odd-" + i, 200 + i, Duration.ofMillis(3));
      metrics.acks().answered(200 + i, null, 1_000);
    }
    Exposition exposition = Exposition.parse(metrics.text());

    assertThat(exposition.series("inspector_events_total")).hasSize(1);
    assertThat(exposition.series("inspector_gaps_total")).hasSizeLessThanOrEqualTo(31);
    assertThat(exposition.series("inspector_asana_call_seconds_count")).hasSizeLessThanOrEqualTo(6);
    assertThat(exposition.series("inspector_ack_seconds_count")).hasSizeLessThanOrEqualTo(10);
  }

  private void everythingHappens() {
    metrics.acks().answered(200, null, Duration.ofMillis(3).toNanos());
    metrics.commits().committed(7, 1_000, Duration.ofMillis(2).toNanos());
    metrics.calls().called("GET /webhooks", 200, Duration.ofMillis(120));
    DeliveryLine line = delivery(1, "events", "authentic", "changed");
    metrics.lines().accept(new Line.OfDelivery(line));
    metrics.lines().accept(new Line.OfDelivery(line)); // judged again
    metrics
        .lines()
        .accept(
            new Line.OfDelivery(
                delivery(2, "events", "authentic", "changed").repeating(Examples.id(1))));
    metrics.lines().accept(new Line.OfAlert(NOON, null, "disk-full", "Make room."));
    metrics
        .lines()
        .accept(new Line.OfGap(new Gap("g", NOON, "stream-expired", null, null, null, null, "x")));
    metrics
        .lines()
        .accept(
            new Line.OfAttempt(
                NOON, Examples.id(1), "http://localhost", 200, 7, null, "replay", "m", null));
    metrics.readFrom(PrometheusMetricsTest::readings);
  }

  private static DeliveryLine delivery(long position, String kind, String verdict, String action) {
    DeliveryLine line = Examples.completed(position);
    EventLine first = line.events().getFirst();
    var event =
        new EventLine(
            action,
            first.resource(),
            first.parent(),
            first.user(),
            first.field(),
            line.receivedAt().minusSeconds(4),
            first.sentence(),
            first.fingerprint(),
            first.alsoPolled());
    return new DeliveryLine(
        line.type(),
        line.id(),
        position,
        line.inbox(),
        line.webhook(),
        line.source(),
        line.receivedAt(),
        kind,
        verdict,
        line.because(),
        line.size(),
        line.sha256(),
        line.answer(),
        null,
        List.of(event));
  }

  private static Readings readings() {
    var webhook =
        new WebhookHealth(
            "900",
            "build-board",
            Ref.of("101", "project"),
            Word.FAILING,
            Level.ALARM,
            NOON,
            List.of("one"),
            null,
            NOON,
            NOON.minusSeconds(3_600),
            NOON.minusSeconds(60),
            NOON.plusSeconds(60),
            4,
            NOON,
            NOON.plusSeconds(7_200),
            new Lag(12, 100, 900, 2_000, 9_000));
    var ping = new SelfPing("https://a.example", true, NOON, NOON, 31L, null);
    var health =
        new HealthReport(
            NOON, Level.ALARM, List.of(webhook), List.of(ping), new ClockSkew(-340, 600, "date"));
    return new Readings(
        health,
        new LedgerHealth(Optional.empty(), 3, 7, 0),
        9,
        0,
        1,
        2,
        3,
        4,
        Map.of("build-board", 3));
  }
}
