package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/** What a webhook missed while nobody listened is fetched from the events stream. */
class BackfillTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path home;
  private final AtomicInteger questions = new AtomicInteger();
  private Simulator asana;

  /** Its clock stands two hours back, so that whatever happens there is old news to us. */
  @BeforeEach
  void startAsana() {
    Instant then = Instant.now().minus(Duration.ofHours(2));
    asana = Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(then));
    asana.onCall(
        (call, reply) -> {
          if (call.path().endsWith("/events")) {
            questions.incrementAndGet();
          }
        });
  }

  @AfterEach
  void stopAsana() {
    asana.close();
  }

  @Test
  void isFetchedShownAndGivenBackToTheWebhookWhenItDeliversAfterAll() {
    String receiver = listenAndGoAway();
    for (String name : List.of("Fix login", "Write docs", "Ship it")) {
      asana.changes().createTask(asana.project(), name);
    }
    asana.advance(Duration.ofSeconds(5)); // Asana tries to deliver, in vain

    try (Program serve = serve(receiver)) {
      await().atMost(LONG).until(() -> events(serve, "stream").size() == 6);
      assertThat(serve.json("gap")).isEmpty();
      JsonNode page = serve.json("delivery").getFirst();
      assertThat(page.toString()).contains("Fix login", "Write docs", "Ship it");

      asana.advance(Duration.ofHours(1)); // Asana tries again
      await().atMost(LONG).until(() -> events(serve, "webhook").size() == 6);
      assertThat(events(serve, "webhook"))
          .allMatch(e -> e.path("alsoPolled").asString("").equals(page.path("id").asString()));
    }
    Program list = Program.run(home, Map.of(), "list", "--output", "json", "--data", data());
    assertThat(events(list, "stream")).isEmpty();
    assertThat(events(list, "webhook")).hasSize(6);
  }

  @Test
  void isNotAskedForWhereNobodyWantsAStream() {
    String receiver = listenAndGoAway("--no-stream");
    assertThat(questions).hasValue(0);
    asana.changes().createTask(asana.project(), "Fix login");
    try (Program serve = serve(receiver, "--no-stream")) {
      serve.ready();
      await().during(Duration.ofSeconds(2)).atMost(LONG).until(() -> questions.get() == 0);
    }
  }

  /** The receiver's port; the webhook stays. */
  private String listenAndGoAway(String... more) {
    var words = new ArrayList<>(List.of("--keep"));
    words.addAll(List.of(more));
    try (Program listen = Programs.listen(home, asana, words.toArray(String[]::new))) {
      String port = Integer.toString(listen.receiver().getPort());
      boolean streams = more.length == 0;
      await()
          .atMost(LONG)
          .until(() -> asana.webhooks().size() == 1 && (!streams || questions.get() > 0));
      listen.signal("TERM");
      assertThat(listen.exitCode()).as(listen.toString()).isZero();
      return port;
    }
  }

  private Program serve(String port, String... more) {
    var words =
        new ArrayList<>(List.of("serve", "--api-base", asana.api().toString(), "--data", data()));
    words.addAll(List.of("--receiver-port", port, "--admin-port", "0", "--output", "json"));
    words.addAll(List.of(more));
    Map<String, String> token = Map.of("ASANA_ACCESS_TOKEN", asana.token());
    return Program.start(home, token, words.toArray(String[]::new));
  }

  private String data() {
    return home.resolve("data").toString();
  }

  private static List<JsonNode> events(Program program, String source) {
    return program.json("delivery").stream()
        .filter(line -> line.path("source").asString().equals(source))
        .flatMap(line -> line.path("events").values().stream())
        .toList();
  }
}
