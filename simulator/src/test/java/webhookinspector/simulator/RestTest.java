package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import webhookinspector.event.Ref;
import webhookinspector.subscriptions.Limits;

class RestTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Receiver receiver = new Receiver();
  private final Simulator simulator =
      Simulator.start(
          SimulatorSettings.DEFAULTS
              .stoppedAt(Instant.parse("2026-06-12T08:30:00Z"))
              .withLimits(new Limits(3, 4, 100, Duration.ofHours(24), Duration.ofHours(1)))
              .withAnnouncedChanges(List.of("new_goals")));
  private final Asana asana = new Asana(simulator);
  private final Ref project = simulator.project();

  @AfterEach
  void close() {
    simulator.close();
    receiver.close();
    asana.close();
  }

  private static List<String> keys(JsonNode object) {
    return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
  }

  private static List<String> names(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path("name").asString())
        .toList();
  }

  @Test
  void createsWebhooksFromAFormAndFromAQueryAsWell() {
    String input = "resource=" + project.gid() + "&target=" + receiver.target();
    assertThat(asana.postRaw("/webhooks", FORM, input).status()).isEqualTo(201);
    String other = input.replace("from=asana", "from=query");
    assertThat(asana.postRaw("/webhooks?" + other.replace("?", "%3F"), FORM, "").status())
        .isEqualTo(201);
    assertThat(simulator.webhooks()).hasSize(2);
  }

  @Test
  void tellsWhatTimeItIsByItsOwnClock() {
    simulator.clockSpeed(0);
    simulator.advance(java.time.Duration.ofHours(30));
    String date = asana.get("/users/me").response().headers().firstValue("Date").orElseThrow();

    assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, java.time.Instant::from))
        .isEqualTo(simulator.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void asksForAResourceWhenTheEnvelopeIsMissingOrDoubled() {
    String bare =
        "{\"resource\":\"" + project.gid() + "\",\"target\":\"" + receiver.target() + "\"}";
    Asana.Answer answer = asana.postRaw("/webhooks", "application/json", bare);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo("You should specify one of resource");
    assertThat(answer.body().path("errors").path(0).has("help")).isTrue();
    assertThat(asana.post("/webhooks", "{\"data\":" + bare + "}").message())
        .isEqualTo("You should specify one of resource");
  }

  @Test
  void refusesWhatItCannotUnderstand() {
    assertThat(asana.postRaw("/tasks", "application/json", "{").status()).isEqualTo(400);
    assertThat(asana.post("/webhooks", "{\"resource\":\"%s\"}".formatted(project.gid())).message())
        .isEqualTo("target: Missing input");
    assertThat(asana.createWebhook(project, java.net.URI.create("ftp://example.com")).status())
        .isEqualTo(400);
    assertThat(asana.get("/nothing").message()).isEqualTo("No matching route for request");
    assertThat(asana.get("/tasks/12").status()).isEqualTo(404);
    try (var nobody = new Asana(simulator.api(), "")) {
      assertThat(nobody.get("/users/me").message()).isEqualTo("Not Authorized");
    }
  }

  @Test
  void findsWhatIsMeantByAFewLetters() {
    String path = "/workspaces/" + simulator.workspace().gid() + "/typeahead";
    assertThat(asana.get(path + "?resource_type=project&query=build").body().path("data").path(0))
        .hasToString(asana.get("/projects").body().path("data").path(0).toString());
    assertThat(asana.get(path + "?resource_type=user&query=&count=2").body().path("data"))
        .hasSize(2);
    assertThat(asana.get(path + "?resource_type=project&query=zzz").body().path("data")).isEmpty();
    assertThat(asana.get(path + "?resource_type=cat&query=").status()).isEqualTo(400);
  }

  @Test
  void lintsFiltersByLevel() {
    assertThat(asana.createWebhook(simulator.workspace(), receiver.target()).status())
        .isEqualTo(400);
    String tasks = "[{\"resource_type\":\"task\"}]";
    assertThat(asana.createWebhook(simulator.workspace(), receiver.target(), tasks).message())
        .contains("tasks and stories do not rise that high");
    String projects = "[{\"resource_type\":\"project\",\"action\":\"added\"}]";
    Asana.Answer created = asana.createWebhook(simulator.workspace(), receiver.target(), projects);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.data().path("is_workspace_webhook").asBoolean()).isTrue();
    assertThat(created.data().path("filters").path(0).toString())
        .isEqualTo(
            "{\"resource_type\":\"project\",\"resource_subtype\":null,\"action\":\"added\",\"fields\":null}");
  }

  @Test
  void replacesTheWholeFilterListOnUpdate() {
    String gid =
        asana
            .createWebhook(
                project, receiver.target(), "[{\"action\":\"added\"},{\"action\":\"removed\"}]")
            .text("gid");
    Asana.Answer updated =
        asana.put("/webhooks/" + gid, "{\"filters\":[{\"action\":\"deleted\"}]}");
    assertThat(updated.data().path("filters")).hasSize(1);
    Ref task = simulator.changes().createTask(project, "Fix login");
    simulator.changes().delete(task);
    simulator.advance(Duration.ofSeconds(2));
    assertThat(receiver.events()).hasSize(1);
  }

  @Test
  void limitsWebhooksPerResourceAndPerCaller() {
    String target = receiver.target().toString();
    for (int i = 0; i < 3; i++) {
      asana.createWebhook(project, java.net.URI.create(target + i));
    }
    assertThat(asana.createWebhook(project, receiver.target()).status()).isEqualTo(403);
    assertThat(asana.get("/events?resource=" + project.gid()).status())
        .as("a stream takes a place, too")
        .isEqualTo(403);
    Ref other = simulator.changes().createProject("Website");
    assertThat(asana.createWebhook(other, receiver.target()).status()).isEqualTo(201);
    assertThat(asana.createWebhook(other, java.net.URI.create(target + "x")).message())
        .isEqualTo("You have 4 webhooks already");
    assertThat(receiver.secrets()).as("no handshake for a refused one").hasSize(4);
  }

  @Test
  void listsOnlyTheWebhooksOfTheCallersOwnTokenAndCompact() {
    asana.createWebhook(project, receiver.target());
    String path = "/webhooks?workspace=" + simulator.workspace().gid();
    assertThat(keys(asana.get(path).data().path(0)))
        .containsExactlyInAnyOrder("gid", "resource_type", "active", "target", "resource");
    assertThat(keys(asana.get(path + "&opt_fields=active,filters.action").data().path(0)))
        .containsExactlyInAnyOrder("gid", "active", "filters");
    assertThat(asana.get("/webhooks").message()).isEqualTo("workspace: Missing input");
    try (var stranger = new Asana(simulator.api(), "another")) {
      assertThat(stranger.get(path).data()).isEmpty();
    }
  }

  @Test
  void givesWhatOptFieldsNamesAndTheIdAlways() {
    Ref task = simulator.changes().createTask(project, "Fix login");
    JsonNode data =
        asana.get("/tasks/" + task.gid() + "?opt_fields=name,memberships.project.name").data();
    assertThat(data.toString())
        .isEqualTo(
            "{\"gid\":\"%s\",\"memberships\":[{\"project\":{\"gid\":\"%s\",\"name\":\"Build board\"}}],\"name\":\"Fix login\"}"
                .formatted(task.gid(), project.gid()));
  }

  @Test
  void pagesThroughListsWithOffsetsThatExpire() {
    simulator.team().make(400);
    String path = "/projects/" + project.gid() + "/tasks";
    int all = asana.get(path).data().size();
    Asana.Answer first = asana.get(path + "?limit=3");
    assertThat(first.data()).hasSize(3);
    String offset = first.body().path("next_page").path("offset").asString();
    assertThat(first.body().path("next_page").path("uri").asString())
        .startsWith(simulator.api() + path + "?limit=3&offset=");
    assertThat(asana.get(path + "?limit=100&offset=" + offset).data()).hasSize(all - 3);
    assertThat(asana.get(path + "?limit=100").body().path("next_page").isNull()).isTrue();
    assertThat(asana.get(path).body().has("next_page")).isFalse();
    assertThat(asana.get(path + "?limit=101").status()).isEqualTo(400);

    simulator.advance(Duration.ofHours(2));
    assertThat(asana.get(path + "?limit=3&offset=" + offset).status()).isEqualTo(400);
  }

  @Test
  void announcesComingChangesUntilTheCallerHasChosen() {
    assertThat(asana.get("/users/me").response().headers().firstValue("Asana-Change"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("name=new_goals;"));
  }

  @Test
  void writesPrettyOnDemand() {
    String plain =
        new String(
            asana.get("/users/me").response().body(), java.nio.charset.StandardCharsets.UTF_8);
    String pretty =
        new String(
            asana.get("/users/me?opt_pretty").response().body(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(plain).doesNotContain("\n");
    assertThat(pretty).contains("\n");
  }

  @Test
  void knowsTagsTeamsPortfoliosGoalsAndAttachments() {
    String workspace = simulator.workspace().gid();
    String tag =
        asana
            .post("/tags", "{\"name\":\"urgent\",\"workspace\":\"" + workspace + "\"}")
            .text("gid");
    Ref task = simulator.changes().createTask(project, "Fix login");
    asana.post("/tasks/" + task.gid() + "/addTag", "{\"tag\":\"" + tag + "\"}");
    assertThat(names(asana.get("/tasks/" + task.gid() + "/tags").data())).containsExactly("urgent");
    assertThat(names(asana.get("/tags/" + tag + "/tasks").data())).containsExactly("Fix login");

    String portfolio = asana.post("/portfolios", "{\"name\":\"Bets\"}").text("gid");
    asana.post("/portfolios/" + portfolio + "/addItem", "{\"item\":\"" + project.gid() + "\"}");
    assertThat(names(asana.get("/portfolios/" + portfolio + "/items").data()))
        .containsExactly("Build board");

    String goal = asana.post("/goals", "{\"name\":\"Ship\"}").text("gid");
    assertThat(asana.put("/goals/" + goal, "{\"name\":\"Ship it\"}").text("name"))
        .isEqualTo("Ship it");
    assertThat(asana.get("/events?resource=" + goal).status()).isEqualTo(412);

    String attachment =
        asana
            .postRaw(
                "/attachments",
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"parent\"\r\n\r\n"
                    + task.gid()
                    + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n\r\nx\r\n--b--")
            .text("gid");
    assertThat(asana.get("/attachments/" + attachment).text("name")).isEqualTo("plan.txt");
    assertThat(asana.delete("/attachments/" + attachment).status()).isEqualTo(200);

    assertThat(names(asana.get("/workspaces/" + workspace + "/teams").data())).contains("Product");
    assertThat(asana.get("/users").data()).hasSize(6);
    assertThat(asana.get("/users/ann@example.com").text("gid"))
        .isEqualTo(simulator.people().getFirst().gid());
  }
}
