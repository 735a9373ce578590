package webhookinspector.asana.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import webhookinspector.asana.Asana;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.event.Ref;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;

class HttpAsanaTest {

  private static final String RECORD =
      """
      {"gid":"900","resource_type":"webhook","active":true,"is_workspace_webhook":false,
       "target":"https://inspector.example.net/in/key?x=1",
       "resource":{"gid":"101","resource_type":"project","name":"Build board"},
       "created_at":"2026-06-12T08:30:10.120Z","last_success_at":"2026-06-12T08:30:10.655Z",
       "last_failure_at":null,"last_failure_content":"","delivery_retry_count":3,
       "next_attempt_after":null,"failure_deletion_timestamp":"2026-06-13T08:30:10.120Z",
       "filters":[{"resource_type":"task","resource_subtype":null,"action":"changed",
                   "fields":["due_on","assignee"]}]}
      """;
  private static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  private static final Filter DUE = Filter.parse("resource_type=task,action=changed,fields=due_on");
  private static final URI TARGET = URI.create("http://127.0.0.1:9/in/key");

  private final JumpingClock clock = new JumpingClock();

  @Test
  void createsInsideTheDataEnvelopeAndReadsTheSecretBesideIt() throws Exception {
    String answer = "{\"data\":" + RECORD + ",\"X-Hook-Secret\":\"" + SECRET + "\"}";
    try (OddServer server = OddServer.answering(Manner.json(201, answer))) {
      Asana.Created created = asana(server).create("101", TARGET, List.of(DUE));
      assertThat(created.secret().reveal()).isEqualTo(SECRET);
      assertThat(created.webhook().gid()).isEqualTo("900");
      OddServer.Seen seen = server.seen().getFirst();
      assertThat(seen.method() + " " + seen.path()).isEqualTo("POST /api/1.0/webhooks");
      assertThat(seen.headers()).containsEntry("content-type", "application/json");
      assertThat(seen.body())
          .isEqualTo(
              """
              {"data":{"resource":"101","target":"http://127.0.0.1:9/in/key","filters":\
              [{"resource_type":"task","action":"changed","fields":["due_on"]}]}}""");
    }
  }

  @Test
  void asksWhatIsMeantByAFewLetters() throws Exception {
    String answer =
        "{\"data\":[{\"gid\":\"101\",\"resource_type\":\"project\",\"name\":\"Build board\"},{}]}";
    try (OddServer server = OddServer.answering(Manner.json(200, answer))) {
      assertThat(asana(server).meant("77", "project", "Bu&ld", 20))
          .containsExactly(new Ref("101", "project", null, "Build board"));
      assertThat(server.seen().getFirst().path())
          .isEqualTo(
              "/api/1.0/workspaces/77/typeahead?resource_type=project&query=Bu%26ld&count=20"
                  + "&opt_fields=name");
    }
  }

  @Test
  void readsAWholeRecord() throws Exception {
    try (OddServer server = OddServer.answering(Manner.json(200, "{\"data\":" + RECORD + "}"))) {
      assertThat(asana(server).webhook("900"))
          .isEqualTo(
              new Webhook(
                  "900",
                  true,
                  new Ref("101", "project", null, "Build board"),
                  URI.create("https://inspector.example.net/in/key?x=1"),
                  List.of(new Filter("task", null, "changed", List.of("due_on", "assignee"))),
                  Instant.parse("2026-06-12T08:30:10.120Z"),
                  Instant.parse("2026-06-12T08:30:10.655Z"),
                  null,
                  "",
                  3,
                  null,
                  Instant.parse("2026-06-13T08:30:10.120Z")));
    }
  }

  @Test
  void readsARecordOfWhichAlmostEverythingIsMissingOrStrange() throws Exception {
    String odd =
        """
        {"data":{"gid":901,"resource":null,"target":"http://[not a target","active":"yes",
         "created_at":"yesterday","filters":"none","delivery_retry_count":"x",
         "last_failure_content":null}}""";
    try (OddServer server = OddServer.answering(Manner.json(200, odd))) {
      Webhook read = asana(server).webhook("901");
      assertThat(read.gid()).isEqualTo("901");
      assertThat(read.target().getScheme()).isEqualTo("unreadable");
      assertThat(read.createdAt()).isNull();
      assertThat(read.filters()).isEmpty();
      assertThat(read.deliveryRetryCount()).isZero();
      assertThat(read.lastFailureContent()).isEmpty();
    }
  }

  @Test
  void readsAllPagesWithTheOffsetsThatItWasGiven() throws Exception {
    try (OddServer server =
        OddServer.answering(
            Manner.json(
                200,
                page("1", "{\"offset\":\"a+b/=\",\"path\":\"/x\",\"uri\":\"http://evil.test/\"}")),
            Manner.json(200, page("2", "null")))) {
      assertThat(asana(server).workspaces()).extracting(Ref::gid).containsExactly("1", "2");
      assertThat(server.seen())
          .extracting(OddServer.Seen::path)
          .containsExactly(
              "/api/1.0/workspaces?limit=100", "/api/1.0/workspaces?limit=100&offset=a%2Bb%2F%3D");
    }
  }

  @Test
  void endsAListWhoseServerGivesTheSameOffsetForEver() throws Exception {
    try (OddServer server =
        OddServer.answering(Manner.json(200, page("1", "{\"offset\":\"same\"}")))) {
      assertThat(asana(server).projects("5")).hasSize(2);
    }
  }

  @Test
  void listsTheWebhooksOfAWorkspaceAndAResourceWithAllThatMatters() throws Exception {
    try (OddServer server =
        OddServer.answering(Manner.json(200, "{\"data\":[" + RECORD + "],\"next_page\":null}"))) {
      assertThat(asana(server).webhooks("5", "101"))
          .extracting(Webhook::gid)
          .containsExactly("900");
      assertThat(server.seen().getFirst().path())
          .startsWith("/api/1.0/webhooks?workspace=5&resource=101&opt_fields=active,created_at")
          .endsWith("&limit=100");
    }
  }

  @Test
  void sendsAnEmptyFilterListToTakeTheFiltersAway() throws Exception {
    try (OddServer server = OddServer.answering(Manner.json(200, "{\"data\":" + RECORD + "}"))) {
      asana(server).update("900", List.of());
      OddServer.Seen seen = server.seen().getFirst();
      assertThat(seen.method() + " " + seen.path()).isEqualTo("PUT /api/1.0/webhooks/900");
      assertThat(seen.body()).isEqualTo("{\"data\":{\"filters\":[]}}");
    }
  }

  @Test
  void findsATaskAfterLearningThatItIsNoProject() throws Exception {
    try (OddServer server =
        OddServer.answering(
            Manner.error(404, "project: Unknown object: 555"),
            Manner.json(
                200,
                "{\"data\":{\"gid\":\"555\",\"name\":\"Fix login\",\"resource_subtype\":\"approval\"}}"))) {
      assertThat(asana(server).resource("555"))
          .isEqualTo(new Ref("555", "task", "approval", "Fix login"));
    }
  }

  @Test
  void reportsTheForbiddenResourceRatherThanTheLastThatItWasNot() throws Exception {
    try (OddServer server =
        OddServer.answering(Manner.error(403, "not yours"), Manner.error(404, "unknown"))) {
      assertThatThrownBy(() -> asana(server).resource("555"))
          .isInstanceOfSatisfying(AsanaRefused.class, e -> assertThat(e.status()).isEqualTo(403));
    }
  }

  @Test
  void stopsAskingWhatAGidIsWhenTheTokenIsBad() throws Exception {
    try (OddServer server = OddServer.answering(Manner.error(401, "Not Authorized"))) {
      assertThatThrownBy(() -> asana(server).resource("555")).isInstanceOf(AsanaRefused.class);
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Test
  void knowsTheWorkspaceOfATaskAndTheOrganizationOfATeam() throws Exception {
    String task = "{\"data\":{\"gid\":\"555\",\"workspace\":{\"gid\":\"5\",\"name\":\"Acme\"}}}";
    String team = "{\"data\":{\"gid\":\"66\",\"organization\":{\"gid\":\"5\"}}}";
    try (OddServer server = OddServer.answering(Manner.json(200, task), Manner.json(200, team))) {
      HttpAsana asana = asana(server);
      assertThat(asana.workspaceOf(Ref.of("555", "task")))
          .isEqualTo(new Ref("5", "workspace", null, "Acme"));
      assertThat(asana.workspaceOf(Ref.of("66", "team")).gid()).isEqualTo("5");
    }
  }

  @Test
  void escapesWhatCouldLeaveItsPlaceInThePath() throws Exception {
    try (OddServer server = OddServer.answering(Manner.error(404, "no"))) {
      assertThatThrownBy(() -> asana(server).webhook("../users/me?x=y#z"));
      assertThat(server.seen().getFirst().path())
          .isEqualTo("/api/1.0/webhooks/..%2Fusers%2Fme%3Fx%3Dy%23z");
    }
  }

  private static String page(String gid, String next) {
    return "{\"data\":[{\"gid\":\"" + gid + "\",\"name\":\"n\"}],\"next_page\":" + next + "}";
  }

  private HttpAsana asana(OddServer server) {
    AsanaSettings settings = AsanaSettings.of(server.base(), () -> "token-for-tests", false);
    return new HttpAsana(settings, clock, new Random(1), clock);
  }
}
