package webhookinspector.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/**
 * Numbers, traces and alerts of the running program: there when wanted, free when not, no secrets.
 */
class TelemetryTest {

  private static final String TOKEN = "2-canary-7d1f0c-b35a9ee2";

  @TempDir Path home;
  private final List<String> traces = new CopyOnWriteArrayList<>();
  private HttpServer collector;

  @BeforeEach
  void open() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          traces.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void close() {
    collector.stop(0);
  }

  @Test
  void sendsTracesWhereAnEndpointIsConfiguredAndKeepsSecretsOutOfEverythingItTells()
      throws Exception {
    String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
    try (Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS.withToken(TOKEN));
        Program listen =
            Programs.listen(
                home,
                asana,
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint),
                "--keep",
                "--alert-exec",
                "cat >> alerts; env >> alerts")) {
      listen.ready();
      await().until(() -> asana.webhooks().size() == 1);
      asana.team().make(5);
      await().until(() -> !listen.json("delivery").isEmpty());
      strangerKnocks(asana.webhooks().getFirst().target());
      await().until(() -> Files.exists(home.resolve("alerts")));
      String told = metrics(listen) + Files.readString(home.resolve("alerts"));
      listen.signal("TERM");
      assertThat(listen.exitCode()).as(listen.toString()).isZero();

      assertThat(String.join("\n", traces)).contains("ack", "index", "asana POST /webhooks");
      told += String.join("\n", traces) + Files.readString(home.resolve("alerts"));
      assertThat(told).contains("inspector_deliveries_total", "stranger-handshake");
      assertThat(told).doesNotContain(TOKEN);
      for (String secret : secrets()) {
        assertThat(told).doesNotContain(secret);
      }
    }
  }

  @Test
  void loadsNothingOfOpenTelemetryOtherwise() throws Exception {
    Path loaded = home.resolve("loaded.txt");
    try (Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS.withToken(TOKEN));
        Program listen =
            Programs.listen(
                home,
                asana,
                Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded),
                "--keep")) {
      listen.ready();
      await().until(() -> !listen.json("delivery").isEmpty());
      listen.signal("TERM");
      listen.exitCode();
    }
    assertThat(Files.readString(loaded))
        .contains("webhookinspector.app.Holder")
        .doesNotContain("io.opentelemetry");
  }

  private static void strangerKnocks(URI target) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var knock =
          HttpRequest.newBuilder(target)
              .header("X-Hook-Secret", "0123456789abcdef0123456789abcdef")
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      assertThat(http.send(knock, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
    }
  }

  private String metrics(Program listen) throws Exception {
    String key = Files.readString(home.resolve("data/admin.key")).strip();
    try (var http = HttpClient.newHttpClient()) {
      var scrape =
          HttpRequest.newBuilder(URI.create(listen.ready().path("admin").asString() + "/metrics"))
              .header("Authorization", "Bearer " + key)
              .timeout(Duration.ofSeconds(20))
              .build();
      var answer = http.send(scrape, BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
      return answer.body();
    }
  }

  private List<String> secrets() {
    try (var registry = SqliteRegistry.open(home.resolve("data/registry.db"))) {
      List<String> secrets =
          registry.inboxes().stream()
              .flatMap(
                  inbox ->
                      Stream.concat(
                          Stream.of(inbox.key().text()),
                          Stream.ofNullable(inbox.secrets().confirmed()).map(s -> s.reveal())))
              .toList();
      assertThat(secrets).hasSizeGreaterThan(1);
      return secrets;
    }
  }
}
