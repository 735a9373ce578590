package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.event.Ref;

class EventsEndpointTest {

  private final Simulator simulator =
      Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(Instant.parse("2026-06-12T08:30:00Z")));
  private final Asana asana = new Asana(simulator);
  private final Ref project = simulator.project();

  @AfterEach
  void close() {
    simulator.close();
    asana.close();
  }

  private Asana.Answer read(String sync) {
    return asana.get("/events?resource=" + project.gid() + "&sync=" + sync);
  }

  private String start() {
    Asana.Answer answer = asana.get("/events?resource=" + project.gid());
    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.message()).startsWith("Sync token invalid or too old.");
    return answer.body().path("sync").asString();
  }

  @Test
  void givesATokenInA412ThatEndsInColonZero() {
    assertThat(start()).matches("[0-9a-f]{32}:0");
  }

  @Test
  void tellsOnlyWhatHappenedAfterTheTokenWasMade() {
    simulator.changes().createTask(project, "Before");
    String sync = start();
    Ref task = simulator.changes().createTask(project, "Fix login");

    Asana.Answer page = read(sync);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.data()).hasSize(2);
    assertThat(page.data().path(0).path("resource").path("name").asString()).isEqualTo("Fix login");
    assertThat(page.data().path(0).path("resource").path("gid").asString()).isEqualTo(task.gid());
    assertThat(page.data().path(0).path("type").asString()).isEqualTo("task");
    assertThat(page.body().path("has_more").asBoolean()).isFalse();
    assertThat(read(sync).data()).isEqualTo(page.data()); // repeating a token is safe
    assertThat(read(page.body().path("sync").asString()).data()).isEmpty();
  }

  @Test
  void givesAHundredAPage() {
    String sync = start();
    Ref task = simulator.changes().createTask(project, "Fix login");
    for (int i = 0; i < 150; i++) {
      simulator.changes().rename(task, "Fix login " + i);
    }
    Asana.Answer first = read(sync);
    assertThat(first.data()).hasSize(100);
    assertThat(first.body().path("has_more").asBoolean()).isTrue();
    Asana.Answer second = read(first.body().path("sync").asString());
    assertThat(second.data()).hasSize(52);
    assertThat(second.body().path("has_more").asBoolean()).isFalse();
  }

  @Test
  void forgetsATokenAfterADay() {
    String sync = start();
    simulator.advance(Duration.ofHours(23));
    assertThat(read(sync).status()).isEqualTo(200);
    simulator.advance(Duration.ofHours(2));
    assertThat(read(sync).status()).isEqualTo(412);
  }

  @Test
  void acceptsNoOtherCallersToken() {
    String sync = start();
    try (var stranger = new Asana(simulator.api(), "another-token")) {
      assertThat(stranger.get("/events?resource=" + project.gid() + "&sync=" + sync).status())
          .isEqualTo(412);
    }
  }

  @Test
  void followsTasksProjectsAndGoalsOnly() {
    assertThat(asana.get("/events?resource=" + simulator.workspace().gid()).status())
        .isEqualTo(400);
    assertThat(asana.get("/events").message()).isEqualTo("resource: Missing input");
    assertThat(asana.get("/events?resource=1").status()).isEqualTo(404);
  }

  @Test
  void answersAtTheOlderPathToo() {
    assertThat(asana.get("/projects/" + project.gid() + "/events").status()).isEqualTo(412);
  }

  @Test
  void widensRecordsWithOptFields() {
    String sync = start();
    simulator.changes().createTask(project, "Fix login");
    Asana.Answer page =
        asana.get(
            "/events?resource="
                + project.gid()
                + "&sync="
                + sync
                + "&opt_fields=action,resource.name");
    assertThat(page.data().path(0).toString())
        .matches(
            "\\{\"action\":\"added\",\"resource\":\\{\"gid\":\"\\d+\",\"name\":\"Fix login\"}}");
  }
}
