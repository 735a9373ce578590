package webhookinspector.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.delivery.Body;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/**
 * The program as a child process, watching a project of a local Asana, and what a test wants of
 * both.
 */
final class Inspector implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path home;
  private final Simulator asana;
  private final Process process;
  private final JsonNode ready;
  private final HttpClient client = HttpClient.newHttpClient();

  private Inspector(Path home, Simulator asana, Process process, JsonNode ready) {
    this.home = home;
    this.asana = asana;
    this.process = process;
    this.ready = ready;
  }

  static Inspector start(Path home) throws IOException {
    Simulator asana =
        Simulator.start(SimulatorSettings.DEFAULTS.withBatchWindow(Duration.ofMillis(50)));
    Path readyFile = home.resolve("ready.json");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "webhookinspector.cli.Main",
            "listen",
            asana.project().gid(),
            "--api-base=" + asana.api(),
            "--data=" + home.resolve("data"),
            "--receiver-port=0",
            "--admin-port=0",
            "--output=json",
            "--ready-file=" + readyFile);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ASANA_ACCESS_TOKEN", asana.token());
    builder.redirectOutput(home.resolve("output").toFile());
    Process process = builder.start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !process.isAlive() || Files.exists(readyFile));
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(home.resolve("output")));
    }
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> asana.webhooks().size() == 1);
    return new Inspector(home, asana, process, JSON.readTree(Files.readString(readyFile)));
  }

  Simulator asana() {
    return asana;
  }

  String admin() {
    return ready.path("admin").asString();
  }

  /** A new link that opens once. */
  String loginLink() throws Exception {
    HttpRequest request =
        authorised("/api/v1/login-links")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
        .path("login")
        .asString();
  }

  /** What the API says of a path. */
  JsonNode get(String path) throws Exception {
    return JSON.readTree(
        client.send(authorised(path).GET().build(), HttpResponse.BodyHandlers.ofString()).body());
  }

  /** Somebody posts to our inbox without knowing its secret. */
  int forge(Body body, String... namesAndValues) throws Exception {
    URI inbox =
        URI.create(get("/api/v1/inboxes").path("inboxes").path(0).path("address").asString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(inbox)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toBytes()))
            .header("X-Hook-Signature", "0".repeat(64));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      request.header(namesAndValues[i], namesAndValues[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest.Builder authorised(String path) throws IOException {
    String key = Files.readString(home.resolve("data").resolve("admin.key"), UTF_8).strip();
    return HttpRequest.newBuilder(URI.create(admin() + path))
        .header("Authorization", "Bearer " + key);
  }

  /** Ends the program at once, as a power cut would. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    asana.close();
    client.close();
  }
}
