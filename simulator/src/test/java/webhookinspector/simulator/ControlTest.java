package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.event.Ref;

class ControlTest {

  private final Receiver receiver = new Receiver();
  private final Simulator simulator =
      Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(Instant.parse("2026-06-12T08:30:00Z")));
  private final Asana asana = new Asana(simulator);
  private final Asana control = new Asana(simulator.control(), "none");

  @AfterEach
  void close() {
    simulator.close();
    receiver.close();
    asana.close();
    control.close();
  }

  private Asana.Answer post(String path, String json) {
    return control.postRaw(path, "application/x-www-form-urlencoded", json); // as curl -d sends it
  }

  @Test
  void advancesTheClockAndDeliversOnTheWay() {
    asana.createWebhook(simulator.project(), receiver.target());
    Asana.Answer answer = post("/clock", "{\"advance\":\"PT25H\"}");

    assertThat(answer.body().path("now").asString()).isEqualTo("2026-06-13T09:30:00.000Z");
    assertThat(receiver.deliveries()).hasSize(4);
  }

  @Test
  void changesTheSpeed() {
    assertThat(post("/clock", "{\"speed\":3600}").body().path("speed").asInt()).isEqualTo(3600);
    assertThat(post("/clock", "{\"speed\":\"fast\"}").message())
        .isEqualTo("speed: fast (expected: 0 to 1000000)");
    assertThat(post("/clock", "{\"advance\":\"a day\"}").message())
        .isEqualTo("advance: a day (expected: a duration such as PT25H)");
  }

  @Test
  void showsEachAttemptWithItsBytesAndItsAnswer() {
    asana.createWebhook(simulator.project(), receiver.target());
    post("/clock", "{\"advance\":\"PT1S\"}");
    Asana.Answer journal = control.get("/journal?after=1");

    assertThat(journal.body().path("count").asInt()).isEqualTo(2);
    assertThat(journal.data()).hasSize(1);
    assertThat(journal.data().path(0).path("kind").asString()).isEqualTo("heartbeat");
    assertThat(journal.data().path(0).path("because").asString()).isEqualTo("the webhook is new");
    assertThat(journal.data().path(0).path("request").path("body").asString())
        .isEqualTo("{\"events\":[]}");
    assertThat(journal.data().path(0).path("answer").path("status").asInt()).isEqualTo(200);
    assertThat(journal.data().path(0).path("delivered").asBoolean()).isTrue();
  }

  @Test
  void tellsWhatAsanaBelievesWasDelivered() {
    String gid = asana.createWebhook(simulator.project(), receiver.target()).text("gid");
    receiver.answers(500);
    post("/clock", "{\"advance\":\"PT10S\"}");
    receiver.answers(200);
    post("/clock", "{\"advance\":\"PT1M\"}");
    String path = "/journal?webhook=" + gid;

    assertThat(control.get(path).data()).hasSize(2);
    assertThat(control.get(path + "&delivered=true").data()).hasSize(1);
    assertThat(control.get("/journal?webhook=12").data()).isEmpty();
  }

  @Test
  void letsTheTeamWork() {
    post("/team", "{\"make\":100}");
    assertThat(simulator.changes().tasks(simulator.project())).hasSizeGreaterThan(4);
    assertThat(post("/team", "{\"changesPerSecond\":2}").body().path("changesPerSecond").asInt())
        .isEqualTo(2);
  }

  @Test
  void takesThingsOutOfTheBin() {
    Ref task = simulator.changes().createTask(simulator.project(), "Fix login");
    asana.delete("/tasks/" + task.gid());
    assertThat(asana.get("/tasks/" + task.gid()).status()).isEqualTo(404);
    post("/changes", "{\"undelete\":\"" + task.gid() + "\"}");
    assertThat(asana.get("/tasks/" + task.gid()).status()).isEqualTo(200);
  }

  @Test
  void grantsTokensForOtherPeopleAndFewerScopes() {
    Ref ben = simulator.people().get(1);
    post(
        "/tokens",
        "{\"token\":\"ben\",\"user\":\"" + ben.gid() + "\",\"scopes\":[\"users:read\"]}");
    try (var his = new Asana(simulator.api(), "ben")) {
      assertThat(his.get("/users/me").text("gid")).isEqualTo(ben.gid());
      assertThat(his.get("/webhooks?workspace=1").status()).isEqualTo(403);
      assertThat(his.get("/events?resource=1").status()).isEqualTo(403);
    }
  }

  @Test
  void namesAnUnknownControl() {
    assertThat(control.get("/nothing").message()).startsWith("GET /nothing: no such control");
  }
}
