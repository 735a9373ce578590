package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.faults.Fault;

/** Each fault of REST calls and of event streams, over real sockets. */
class FaultsOnCallsTest {

  private final Receiver receiver = new Receiver();
  private final Simulator simulator =
      Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(Instant.parse("2026-06-12T08:30:00Z")));
  private final Asana asana = new Asana(simulator);

  @AfterEach
  void close() {
    simulator.close();
    receiver.close();
    asana.close();
  }

  @Test
  void limitsTheRateWithRetryAfterUntilItIsOver() {
    simulator
        .faults()
        .inject(Fault.rateLimited(Duration.ofSeconds(45)).lasting(Duration.ofMinutes(1)));
    Asana.Answer answer = asana.get("/users/me");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("45");
    simulator.advance(Duration.ofMinutes(1));
    assertThat(asana.get("/users/me").status()).isEqualTo(200);
  }

  @Test
  void limitsTheRateWithoutSayingForHowLong() {
    simulator.faults().inject(Fault.rateLimited(Duration.ZERO));
    assertThat(asana.get("/users/me").response().headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void failsOnOneKindOfCallOnly() {
    simulator.faults().inject(Fault.serverError(503).on("POST /webhooks"));
    assertThat(asana.createWebhook(simulator.project(), receiver.target()).status()).isEqualTo(503);
    assertThat(receiver.secrets()).isEmpty();
    assertThat(asana.get("/webhooks?workspace=" + simulator.workspace().gid()).status())
        .isEqualTo(200);
  }

  @Test
  void createsAWebhookWhose201NeverComes() {
    simulator.faults().inject(Fault.lostAnswer().times(1));
    assertThatThrownBy(() -> asana.createWebhook(simulator.project(), receiver.target()))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(simulator.webhooks()).hasSize(1);
    assertThat(receiver.secrets()).hasSize(1);
  }

  @Test
  void answersLateInRealTime() {
    simulator.faults().inject(Fault.slowAnswer(Duration.ofMillis(400)));
    long start = System.nanoTime();
    assertThat(asana.get("/users/me").status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(390));
  }

  @Test
  void answersWithGarbage() throws Exception {
    simulator.faults().inject(Fault.garbage());
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(simulator.api() + "/users/me"))
              .header("Authorization", "Bearer any")
              .build();
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
          .startsWith("<html>");
    }
  }

  @Test
  void failsByLotAsTheSeedHasIt() {
    simulator.faults().inject(Fault.serverError(500).withProbability(0.5));
    long failed = 0;
    for (int i = 0; i < 40; i++) {
      failed += asana.get("/users/me").status() == 500 ? 1 : 0;
    }
    assertThat(failed).isBetween(8L, 32L);
    assertThat(simulator.faults().list().getFirst().struck()).isEqualTo((int) failed);
  }

  @Test
  void expiresTokensAndLeavesOutEvents() {
    String path = "/events?resource=" + simulator.project().gid();
    String sync = asana.get(path).body().path("sync").asString();
    simulator.changes().createTask(simulator.project(), "Fix login");
    simulator.faults().inject(Fault.streamExpires().times(1).on(simulator.project().gid()));
    Asana.Answer expired = asana.get(path + "&sync=" + sync);
    assertThat(expired.status()).isEqualTo(412);

    simulator.changes().createTask(simulator.project(), "Fix logout");
    simulator.faults().inject(Fault.streamOmits(2).on("12"));
    simulator.faults().inject(Fault.streamOmits(1).times(1));
    Asana.Answer page = asana.get(path + "&sync=" + expired.body().path("sync").asString());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.data()).isEmpty();
  }

  @Test
  void behavesAgainWhenAllIsTakenAway() {
    assertThat(simulator.faults().list()).isEmpty();
    simulator.faults().inject(Fault.serverError(500));
    simulator.faults().clear();
    assertThat(asana.get("/users/me").status()).isEqualTo(200);
  }
}
