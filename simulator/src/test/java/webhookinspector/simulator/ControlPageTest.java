package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.event.Ref;
import webhookinspector.faults.Fault;
import webhookinspector.faults.Faults;
import webhookinspector.faults.Parcel;
import webhookinspector.faults.Plan;

/** The control page, as a browser gets it. */
class ControlPageTest {

  private static final String HOSTILE = "<script>alert('x')</script>\"\u202e\u0007&amp;";

  /** Loses heartbeats, under a name that wants to be markup. */
  private static final Faults LOSES_HEARTBEATS =
      new Faults() {
        @Override
        public Plan onDelivery(Parcel parcel) {
          return parcel.kind().equals("heartbeat")
              ? new Plan(List.of(), Plan.Belief.DELIVERED, "lost <b>")
              : Plan.asMeant(parcel);
        }
      };

  private final Receiver receiver = new Receiver();
  private final HttpClient http = HttpClient.newHttpClient();
  private Simulator simulator = start(Faults.NONE);

  private static Simulator start(Faults faults) {
    return Simulator.start(
        SimulatorSettings.DEFAULTS
            .stoppedAt(Instant.parse("2026-06-12T08:30:00Z"))
            .withFaults(faults));
  }

  @AfterEach
  void close() {
    simulator.close();
    receiver.close();
    http.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(simulator.control() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String page() throws IOException, InterruptedException {
    return get("/").body();
  }

  private void createWebhook(Ref resource) {
    try (var asana = new Asana(simulator)) {
      assertThat(asana.createWebhook(resource, receiver.target()).status()).isEqualTo(201);
    }
  }

  @Test
  void saysWhatToDoWhileThereIsNothing() throws Exception {
    assertThat(page())
        .startsWith("<!doctype html>")
        .contains("2026-06-12 08:30:00 UTC", "stands still until it is advanced")
        .contains("No webhook yet. Create one: curl", "Nothing has been sent.")
        .doesNotContain("Faults at work");
  }

  @Test
  void showsWebhooksQueueAndAttemptsWithTheirAnswers() throws Exception {
    createWebhook(simulator.project());
    simulator.advance(Duration.ofMillis(500));
    simulator.changes().createTask(simulator.project(), "Fix login");
    assertThat(page())
        .contains("✓ active", "Build board", "2 events", "⇄ handshake", "♥ heartbeat")
        .contains("the webhook is new", receiver.target().toString());
  }

  @Test
  void tellsWhenAFailingWebhookIsTriedAgainAndDeleted() throws Exception {
    createWebhook(simulator.project());
    receiver.answers(500);
    simulator.advance(Duration.ofSeconds(40));
    assertThat(page())
        .contains("1 failing", "✗ failing", "✗ 500", "retry 1 · next attempt in ")
        .contains("deletion 2026-06-13 08:30:00 UTC", "out of order");
  }

  @Test
  void showsHostileNamesAsText() throws Exception {
    createWebhook(simulator.changes().createProject(HOSTILE));
    assertThat(page())
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;\\u{202e}\\u{7}&amp;amp;")
        .doesNotContain("<script", "\u202e", "\u0007");
  }

  @Test
  void namesTheFaultsThatWereAtWork() throws Exception {
    simulator.close();
    simulator = start(LOSES_HEARTBEATS);
    createWebhook(simulator.project());
    simulator.advance(Duration.ofSeconds(1));
    assertThat(page())
        .contains("Faults at work", "⚠ lost &lt;b&gt;", "not sent, believed delivered")
        .doesNotContain("<b>");
  }

  @Test
  void listsTheFaultsThatWereInjected() throws Exception {
    simulator.faults().inject(Fault.late(Duration.ofMinutes(20)).lasting(Duration.ofHours(2)));
    assertThat(page())
        .contains("Faults injected", "⚠ late,lasting=PT2H,by=PT20M", "0 times")
        .contains("2026-06-12 10:30:00 UTC")
        .doesNotContain("Faults at work");
  }

  @Test
  void asksAgainUnlessItIsPaused() throws Exception {
    assertThat(page()).contains("http-equiv=\"refresh\"");
    assertThat(get("/?pause=1").body()).doesNotContain("http-equiv").contains("Go on");
    assertThat(get("").body()).contains("Local Asana");
  }

  @Test
  void needsNoScriptAndNoInlineStyle() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self';");
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
    assertThat(page.body()).doesNotContain("style=", "<style", "<script");
    HttpResponse<String> style = get("/control.css");
    assertThat(style.headers().firstValue("Content-Type")).hasValue("text/css; charset=UTF-8");
    assertThat(style.body()).contains("light-dark(");
  }
}
