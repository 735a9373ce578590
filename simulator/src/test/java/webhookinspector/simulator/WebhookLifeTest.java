package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;
import webhookinspector.sender.Attempt;

class WebhookLifeTest {

  private static final Instant START = Instant.parse("2026-06-12T08:30:00Z");

  private final Receiver receiver = new Receiver();
  private final Simulator simulator =
      Simulator.start(
          SimulatorSettings.DEFAULTS.stoppedAt(START).withAnswerTimeout(Duration.ofMillis(300)));
  private final Asana asana = new Asana(simulator);

  @AfterEach
  void close() {
    simulator.close();
    receiver.close();
    asana.close();
  }

  private Asana.Answer watchTheBoard() {
    return asana.createWebhook(simulator.project(), receiver.target());
  }

  private JsonNode record(String gid) {
    return asana.get("/webhooks/" + gid).data();
  }

  @Test
  void shakesHandsWhileTheCreateCallIsOpenAndTellsTheSecretBesideTheData() {
    Asana.Answer answer = watchTheBoard();

    assertThat(answer.status()).isEqualTo(201);
    assertThat(receiver.secrets()).hasSize(1);
    assertThat(answer.body().path("X-Hook-Secret").asString())
        .isEqualTo(receiver.secrets().getFirst())
        .matches("[0-9a-f]{32}");
    assertThat(answer.data().path("active").asBoolean()).isTrue();
    assertThat(answer.data().path("last_failure_content").asString()).isEmpty();
    assertThat(answer.data().path("last_success_at").asString())
        .isEqualTo("2026-06-12T08:30:00.000Z");
    assertThat(answer.response().headers().firstValue("Location"))
        .hasValue(simulator.api() + "/webhooks/" + answer.text("gid"));
  }

  @Test
  void sendsTheFirstHeartbeatRightAfterTheCreateCallAndThenEveryEightHours() {
    watchTheBoard();
    simulator.advance(Duration.ofHours(25));

    assertThat(receiver.bodies())
        .containsExactly(
            "{\"events\":[]}", "{\"events\":[]}", "{\"events\":[]}", "{\"events\":[]}");
    assertThat(receiver.believesAll()).isTrue();
  }

  @Test
  void tellsANewTaskInTwoEventsOfOneDelivery() {
    watchTheBoard();
    Ref task = simulator.changes().createTask(simulator.project(), "Fix login");
    simulator.advance(Duration.ofSeconds(2));

    assertThat(receiver.deliveries()).hasSize(2);
    assertThat(receiver.believesAll()).isTrue();
    List<Event> events = receiver.events();
    assertThat(events).extracting(Event::action).containsExactly("added", "added");
    assertThat(events).extracting(event -> event.resource().gid()).containsOnly(task.gid());
    assertThat(events)
        .extracting(event -> event.parent() == null ? "" : event.parent().resourceType())
        .containsExactly("project", "section");
    assertThat(receiver.bodies().getLast()).doesNotContain("\"name\"").doesNotContain("\"type\"");
  }

  @Test
  void leavesNothingBehindWhenTheHandshakeFails() {
    receiver.echoes(false);
    assertThat(watchTheBoard().message()).contains("did not respond with the handshake secret");
    receiver.answers(401);
    assertThat(watchTheBoard().message()).endsWith("incorrect status code: 401");
    receiver.answersAfter(1_000);
    assertThat(watchTheBoard().status()).isEqualTo(400);

    assertThat(simulator.webhooks()).isEmpty();
  }

  @Test
  void refusesATwinWithAsanasOwnWords() {
    watchTheBoard();
    Asana.Answer twin = watchTheBoard();

    assertThat(twin.status()).isEqualTo(403);
    assertThat(twin.message()).startsWith("Duplicated webhook.");
  }

  @Test
  void pilesUpWhileTheTargetFailsAndDeliversItAllInOneBodyAfterwards() {
    String gid = watchTheBoard().text("gid");
    simulator.advance(Duration.ofSeconds(1));
    receiver.answers(500);
    Ref task = simulator.changes().createTask(simulator.project(), "Fix login");
    simulator.advance(Duration.ofMinutes(2));
    simulator.changes().rename(task, "Fix the login");
    simulator.advance(Duration.ofMinutes(1));

    JsonNode failing = record(gid);
    assertThat(failing.path("last_failure_content").asString())
        .isEqualTo("500 Internal Server Error\n\nout of order");
    assertThat(failing.path("delivery_retry_count").asInt()).isEqualTo(2);
    assertThat(failing.path("failure_deletion_timestamp").asString())
        .isEqualTo("2026-06-13T08:30:02.000Z");

    receiver.answers(204);
    simulator.advance(Duration.ofMinutes(10));

    List<Attempt> attempts = simulator.attempts();
    assertThat(attempts.getLast().events()).hasSize(3);
    JsonNode healthy = record(gid);
    assertThat(healthy.path("delivery_retry_count").asInt()).isZero();
    assertThat(healthy.path("failure_deletion_timestamp").isNull()).isTrue();
    assertThat(healthy.path("next_attempt_after").isNull()).isTrue();
  }

  @Test
  void deletesTheWebhookAfterADayWithoutSuccess() {
    String gid = watchTheBoard().text("gid");
    simulator.advance(Duration.ofSeconds(1));
    receiver.answers(503);
    simulator.changes().createTask(simulator.project(), "Fix login");
    simulator.advance(Duration.ofHours(23));
    assertThat(asana.get("/webhooks/" + gid).status()).isEqualTo(200);

    simulator.advance(Duration.ofHours(2));
    assertThat(asana.get("/webhooks/" + gid).status()).isEqualTo(404);
  }

  @Test
  void countsASlowAnswerAsAFailureAndSendsItAgain() {
    watchTheBoard();
    simulator.advance(Duration.ofSeconds(1));
    receiver.answersAfter(1_000);
    simulator.changes().createTask(simulator.project(), "Fix login");
    simulator.advance(Duration.ofSeconds(2));
    assertThat(simulator.attempts().getLast().answer().summary()).isEqualTo("no answer in time");
    receiver.answersAfter(0);
    simulator.advance(Duration.ofMinutes(1));

    await().untilAsserted(() -> assertThat(receiver.events()).hasSize(4)); // a repeat
  }

  @Test
  void losesTheWebhookOnDelete() {
    String gid = watchTheBoard().text("gid");
    assertThat(asana.delete("/webhooks/" + gid).status()).isEqualTo(200);
    simulator.changes().createTask(simulator.project(), "Fix login");
    simulator.advance(Duration.ofHours(9));

    assertThat(receiver.deliveries()).isEmpty();
    assertThat(asana.get("/webhooks/" + gid).status()).isEqualTo(404);
  }

  @Test
  void worksInRealTimeToo() {
    simulator.clockSpeed(1);
    watchTheBoard();
    simulator.team().work(50);

    await().until(() -> receiver.events().size() > 20);
    assertThat(receiver.believesAll()).isTrue();
  }
}
