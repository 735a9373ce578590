package webhookinspector.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.event.Ref;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.inspection.Clicks;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.metrics.Exposition;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.trust.Secret;
import webhookinspector.watch.HealthReport;
import webhookinspector.web.NewWebhook;
import webhookinspector.web.Search;

/** The whole holder of a folder, on the simulator's clock. */
class MonitoringTest {

  private static final String TOKEN = "2-canary-7d1f0c-b35a9ee2";
  private static final Instant START = Instant.parse("2026-06-12T08:30:00Z");

  @TempDir Path folder;
  private Simulator asana;
  private Holder holder;

  @BeforeEach
  void open() {
    asana = Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(START).withToken(TOKEN));
    InstantSource clock = asana::now;
    var surroundings = new Surroundings(Map.of(), folder, clock, ZoneOffset.UTC, "0.1.0");
    var access = AsanaAccess.of(asana.api(), false, AccessToken.of(TOKEN), surroundings);
    var listening = Listening.NOWHERE;
    var alerting =
        new Alerting("cat >> '" + folder + "/alerts'; env >> '" + folder + "/alerts'", null);
    holder =
        Holder.start(
            new Settings(
                "serve",
                DataFolder.of(folder.resolve("data"), surroundings),
                listening,
                access,
                Onward.NONE,
                alerting,
                webhookinspector.retention.Policy.NONE,
                surroundings,
                true));
    holder.core().state().phase(new State.Live(""));
  }

  @AfterEach
  void close() {
    holder.close();
    asana.close();
  }

  @Test
  void tellsInNumbersWhatHasHappened() {
    holder.admin().create(new NewWebhook(asana.project().gid(), List.of()));
    asana.changes().createTask(asana.project(), "Fix login");
    asana.advance(Duration.ofSeconds(5));
    await().until(() -> holder.admin().count("kind=events") == 1);
    await().until(() -> !health().selfPings().isEmpty());
    Exposition numbers = Exposition.parse(holder.admin().metrics());

    assertThat(
            numbers.value(
                "inspector_deliveries_total", Map.of("kind", "events", "verdict", "authentic")))
        .isEqualTo(1);
    assertThat(
            numbers.value("inspector_events_total", Map.of("action", "added", "source", "webhook")))
        .isEqualTo(2);
    assertThat(numbers.value("inspector_ack_seconds_count", Map.of("status", "200")))
        .isGreaterThanOrEqualTo(3);
    assertThat(numbers.value("inspector_sync_seconds_count", Map.of())).isPositive();
    assertThat(
            numbers.value(
                "inspector_asana_call_seconds_count",
                Map.of("call", "POST /webhooks", "status", "2xx")))
        .isEqualTo(1);
    assertThat(numbers.value("inspector_ledger_up", Map.of())).isEqualTo(1);
    assertThat(numbers.series("inspector_self_ping_up").getFirst().value()).isEqualTo(1);
    assertThat(numbers.value("inspector_heartbeat_age_seconds", Map.of("inbox", "build-board")))
        .isBetween(0.0, 5.0);
    assertThat(holder.admin().status().state().detail()).matches("self-ping \\d+ s ago");
  }

  @Test
  void tellsWhenTwoWebhooksTellTheSameChangeAndHowMuchOneClickMade() {
    Ref task = asana.changes().createTask(asana.project(), "Fix login");
    holder.admin().create(new NewWebhook(asana.project().gid(), List.of()));
    holder.admin().create(new NewWebhook(task.gid(), List.of()));
    asana.changes().complete(task);
    asana.advance(Duration.ofSeconds(5));
    await().until(() -> holder.admin().count("kind=events") == 2);
    List<DeliveryLine> both = holder.admin().deliveries(new Search("kind=events", null, null, 9));

    DeliveryLine first = both.getFirst();
    DeliveryLine second = both.getLast();
    assertThat(first.echoes()).isZero();
    assertThat(second.echoes()).isEqualTo(second.events().size()).isGreaterThan(1);
    assertThat(second.events()).extracting(EventLine::echoOf).containsOnly(first.id());
    assertThat(Clicks.count(second.events())).isEqualTo(1);
    assertThat(holder.admin().count("echo=yes")).isEqualTo(1);
    assertThat(holder.admin().explain(second.id()).paragraphs())
        .extracting(Explanation.Paragraph::title)
        .contains("Echo", "Clicks");
    assertThat(Exposition.parse(holder.admin().metrics()).value("inspector_echoes_total", Map.of()))
        .isEqualTo(second.events().size());
  }

  @Test
  void raisesAlarmAndLeavesNoSecretAnywhereWhenAWebhookVanishes() throws Exception {
    holder.admin().create(new NewWebhook(asana.project().gid(), List.of()));
    await().until(() -> health().webhooks().getFirst().askedAt() != null);
    String gid = health().webhooks().getFirst().webhook();
    asana.advance(Duration.ofSeconds(10));
    holder.core().asana().delete(gid);
    asana.advance(Duration.ofMinutes(5));
    await().until(() -> Files.exists(folder.resolve("alerts")) && !read("alerts").isEmpty());

    List<Line.OfAlert> alerts = holder.admin().alerts(10);
    assertThat(alerts).extracting(Line.OfAlert::topic).contains("webhook-gone");
    assertThat(alerts.getFirst().message())
        .endsWith("Next: inspector webhooks create " + asana.project().gid());
    assertThat(holder.admin().status().state().word()).isEqualTo("DEGRADED");
    assertThat(holder.admin().status().state().detail())
        .startsWith("webhook build-board gone since");
    assertThat(read("alerts")).contains("\"topic\":\"webhook-gone\"");

    String told = read("alerts") + holder.admin().metrics() + alerts + health();
    assertThat(told).doesNotContain(TOKEN);
    holder
        .core()
        .registry()
        .inboxes()
        .forEach(
            inbox -> {
              Secret secret = Objects.requireNonNull(inbox.secrets().confirmed());
              assertThat(told).doesNotContain(secret.reveal()).doesNotContain(inbox.key().text());
            });
  }

  private HealthReport health() {
    return holder.admin().health();
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
