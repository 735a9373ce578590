package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Delivery;
import webhookinspector.event.Ref;
import webhookinspector.faults.Scenario;
import webhookinspector.sender.Attempt;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Verdict;

/** That each scenario of the library does what its story says. */
class ScenariosTest {

  private final Receiver receiver = new Receiver();
  private final Simulator simulator =
      Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(Instant.parse("2026-06-12T20:30:00Z")));
  private final Asana asana = new Asana(simulator);
  private final Ref task = simulator.changes().createTask(simulator.project(), "Fix login");
  private int names;

  @AfterEach
  void close() {
    simulator.close();
    receiver.close();
    asana.close();
  }

  private void watch() {
    assertThat(asana.createWebhook(simulator.project(), receiver.target()).status()).isEqualTo(201);
    simulator.advance(Duration.ofSeconds(1));
  }

  private void play(String name) {
    simulator.faults().play(Scenario.named(name));
  }

  private void changeEvery(Duration pause, int times) {
    for (int i = 0; i < times; i++) {
      simulator.changes().rename(task, "name " + ++names);
      simulator.advance(pause);
    }
  }

  private List<Attempt> failed() {
    return simulator.attempts().stream().filter(each -> !each.delivered()).toList();
  }

  private boolean believes(Delivery delivery, String secret) {
    return Verdict.of(delivery.headers(), delivery.body(), Secret.of(secret)).believable();
  }

  @Test
  void laptopAsleepForANight() {
    watch();
    play("laptop-asleep-for-a-night");
    changeEvery(Duration.ofMinutes(30), 16);
    assertThat(receiver.events()).isEmpty();
    simulator.advance(Duration.ofHours(2));

    assertThat(failed()).hasSizeGreaterThan(8);
    assertThat(receiver.deliveries()).hasSize(2); // the first heartbeat, then all in one
    assertThat(receiver.events()).hasSize(16);
    assertThat(simulator.webhooks().getFirst().deliveryRetryCount()).isZero();
  }

  @Test
  void proxyThatRewritesJson() {
    watch();
    play("proxy-that-rewrites-json");
    changeEvery(Duration.ofSeconds(2), 3);

    List<Delivery> rewritten = receiver.deliveries().subList(1, 4);
    assertThat(rewritten).noneMatch(each -> believes(each, receiver.secrets().getFirst()));
    assertThat(rewritten).allMatch(each -> each.body().text().startsWith("{\"events\": [{"));
    assertThat(receiver.events()).hasSize(3);
  }

  @Test
  void deployDuringABurst() {
    watch();
    play("deploy-during-a-burst");
    changeEvery(Duration.ofSeconds(2), 30);
    simulator.advance(Duration.ofMinutes(5));

    assertThat(failed().getFirst().fault()).isEqualTo("cut");
    assertThat(failed()).anyMatch(each -> "unreachable".equals(each.fault()));
    assertThat(receiver.events()).hasSize(30);
    assertThat(receiver.deliveries()).hasSize(2);
  }

  @Test
  void tunnelThatFlaps() {
    watch();
    play("tunnel-that-flaps");
    changeEvery(Duration.ofSeconds(30), 80);

    assertThat(simulator.attempts().get(2).fault()).isEqualTo("slow-drip");
    assertThat(failed()).hasSizeBetween(5, 15);
    assertThat(receiver.events()).hasSize(80);
    assertThat(receiver.believesAll()).isTrue();
  }

  @Test
  void strangerAtTheHandshake() {
    play("stranger-at-the-handshake");
    String own =
        asana
            .createWebhook(simulator.project(), receiver.target())
            .body()
            .path("X-Hook-Secret")
            .asString();
    assertThat(receiver.secrets()).hasSize(3);
    assertThat(receiver.secrets().get(1)).isEqualTo(own);
    simulator.advance(Duration.ofMinutes(2));
    assertThat(receiver.secrets()).hasSize(4).doesNotHaveDuplicates();
    assertThat(receiver.deliveries()).allMatch(each -> believes(each, own));
  }

  @Test
  void replayByAStranger() {
    watch();
    play("replay-by-a-stranger");
    changeEvery(Duration.ofSeconds(2), 1);
    String secret = receiver.secrets().getFirst();
    assertThat(receiver.deliveries().get(1)).matches(each -> believes(each, secret));
    assertThat(receiver.deliveries().get(2)).matches(each -> !believes(each, secret));
    simulator.advance(Duration.ofHours(1));

    assertThat(receiver.deliveries()).hasSize(4);
    assertThat(receiver.deliveries().getLast().body())
        .isEqualTo(receiver.deliveries().get(1).body());
    assertThat(receiver.deliveries().getLast()).matches(each -> believes(each, secret));
  }

  @Test
  void asanaHasAnIncident() {
    watch();
    play("asana-has-an-incident");
    List<Integer> statuses = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 60; i++) {
      changeEvery(Duration.ofMinutes(1), 1);
      statuses.add(asana.get("/users/me").status());
    }
    assertThat(statuses).contains(200, 500);
    simulator.advance(Duration.ofHours(2));

    long lost = simulator.attempts().stream().filter(a -> "late+lost".equals(a.fault())).count();
    assertThat(lost).isBetween(1L, 10L);
    assertThat(receiver.events()).hasSize(60 - (int) lost);
    assertThat(asana.get("/users/me").status()).isEqualTo(200);
    Attempt late =
        simulator.attempts().stream().filter(a -> "late".equals(a.fault())).findFirst().get();
    assertThat(late.sentAt()).isEqualTo("2026-06-12T20:50:02Z");
  }

  @Test
  void webhookDeletedOvernight() {
    watch();
    play("webhook-deleted-overnight");
    changeEvery(Duration.ofHours(1), 23);
    assertThat(simulator.webhooks()).hasSize(1);
    simulator.advance(Duration.ofHours(2));
    assertThat(simulator.webhooks()).isEmpty();
    assertThat(receiver.events()).isEmpty();
    simulator.advance(Duration.ofHours(12));

    assertThat(receiver.deliveries()).hasSize(2);
    assertThat(receiver.believesAll()).isTrue();
    assertThat(simulator.attempts().getLast().fault()).isEqualTo("after-delete");
  }

  @Test
  void rateLimited() {
    play("rate-limited");
    List<Asana.Answer> answers = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.add(asana.get("/users/me"));
    }
    assertThat(answers.stream().filter(each -> each.status() == 429).count()).isBetween(28L, 52L);
    assertThat(answers.stream().filter(each -> each.status() == 429))
        .allMatch(
            each -> each.response().headers().firstValue("Retry-After").orElse("").equals("30"));
    simulator.advance(Duration.ofMinutes(10));
    assertThat(asana.get("/users/me").status()).isEqualTo(200);
  }

  @Test
  void late201() {
    play("late-201");
    CompletableFuture<Asana.Answer> call =
        CompletableFuture.supplyAsync(
            () -> asana.createWebhook(simulator.project(), receiver.target()));
    await().until(() -> simulator.webhooks().size() == 1);
    changeEvery(Duration.ofSeconds(2), 1);

    assertThat(receiver.events()).hasSize(1);
    assertThat(call).isNotDone();
    assertThat(call.join().status()).isEqualTo(201);
  }

  @Test
  void lost201() {
    play("lost-201");
    assertThatThrownBy(() -> asana.createWebhook(simulator.project(), receiver.target()))
        .isInstanceOf(UncheckedIOException.class);
    changeEvery(Duration.ofSeconds(2), 1);
    assertThat(simulator.webhooks()).hasSize(1);
    assertThat(receiver.events()).hasSize(1);
    assertThat(asana.createWebhook(simulator.project(), receiver.target()).message())
        .startsWith("Duplicated webhook.");
  }

  @Test
  void duplicateStorm() {
    watch();
    play("duplicate-storm");
    changeEvery(Duration.ofMinutes(1), 20);
    simulator.advance(Duration.ofMinutes(20));

    assertThat(receiver.events()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(receiver.events().stream().distinct()).hasSize(20);
    assertThat(failed()).isNotEmpty();
    assertThat(receiver.believesAll()).isTrue();
  }

  @Test
  void eventsStreamExpired() {
    String path = "/events?resource=" + simulator.project().gid();
    String sync = asana.get(path).body().path("sync").asString();
    play("events-stream-expired");
    changeEvery(Duration.ofMinutes(1), 3);
    Asana.Answer expired = asana.get(path + "&sync=" + sync);
    assertThat(expired.status()).isEqualTo(412);
    changeEvery(Duration.ofMinutes(1), 4);
    Asana.Answer page = asana.get(path + "&sync=" + expired.body().path("sync").asString());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.data()).hasSize(2);
  }

  @Test
  void everyScenarioHasATestOfItsName() {
    List<String> tests =
        java.util.Arrays.stream(ScenariosTest.class.getDeclaredMethods())
            .map(method -> method.getName().toLowerCase(java.util.Locale.ROOT))
            .toList();
    assertThat(Scenario.all())
        .extracting(each -> each.name().replace("-", ""))
        .allSatisfy(name -> assertThat(tests).contains(name));
  }
}
