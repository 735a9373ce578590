package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.conform.Conformance;
import webhookinspector.conform.Report;
import webhookinspector.conform.TextReport;

/** The running program under its own judge: armed, settled, stopped and killed from outside. */
class ServeConformsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path home;
  private int receiverPort;
  private int adminPort;

  @Test
  void conformsAsAProcessThatIsKilledRightAfterItsAnswers() throws Exception {
    receiverPort = LowPorts.free();
    adminPort = LowPorts.free();
    URI target = addressOfANewInbox();

    Report report =
        Conformance.of(target)
            .start(shellLine(serve()))
            .arm(() -> admin("POST", "/inboxes/judged/arm"))
            .settle(() -> admin("POST", "/inboxes/judged/settle"))
            .received(this::received)
            .patience(Conformance.ASANA_WAITS, Duration.ofSeconds(8))
            .run();

    String text = TextReport.of(report, TextReport.Style.plain());
    assertThat(report.failed()).as(text).isEmpty();
    assertThat(report.warned()).as(text).isEmpty();
    assertThat(report.skipped())
        .as(text)
        .extracting(result -> result.check().id())
        .containsExactly("second-webhook");
  }

  private String[] serve() {
    return new String[] {
      "serve",
      "--data",
      home.resolve("data").toString(),
      "--receiver-port",
      Integer.toString(receiverPort),
      "--admin-port",
      Integer.toString(adminPort),
      "--output",
      "json"
    };
  }

  private URI addressOfANewInbox() {
    try (Program program = Program.start(home, Map.of(), serve())) {
      program.ready();
      JsonNode inbox = JSON.readTree(admin("POST", "/inboxes/judged/arm"));
      program.signal("TERM");
      assertThat(program.exitCode()).as(program.toString()).isZero();
      return URI.create(inbox.required("address").asString());
    }
  }

  /** The last deliveries, once the history has caught up with the ledger. */
  private String received() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              JsonNode state = JSON.readTree(admin("GET", "/state"));
              return state.required("last").asLong() == state.required("indexed").asLong();
            });
    return admin("GET", "/deliveries?limit=50");
  }

  /** Asks the admin port, which opens a moment after the receiver port. */
  private String admin(String method, String path) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> answer(method, path), answer -> answer.statusCode() == 200)
        .body();
  }

  private HttpResponse<String> answer(String method, String path)
      throws IOException, InterruptedException {
    String key = Files.readString(home.resolve("data/admin.key")).strip();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + "/api/v1" + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** As somebody would type it. */
  private String shellLine(String... words) {
    var line =
        new ArrayList<String>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "webhookinspector.cli.Main"));
    line.addAll(List.of(words));
    return line.stream()
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(" ", "exec env -i 'HOME=" + home + "' ", ""));
  }
}
