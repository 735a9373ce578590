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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
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

  /** Nobody listens there. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/api/1.0");

  private final Path home;
  private final @Nullable Simulator asana;
  private final Process process;
  private final JsonNode ready;
  private final HttpClient client = HttpClient.newHttpClient();

  private Inspector(Path home, @Nullable Simulator asana, Process process, JsonNode ready) {
    this.home = home;
    this.asana = asana;
    this.process = process;
    this.ready = ready;
  }

  /** Watches a project of a local Asana beside it. */
  static Inspector start(Path home) throws IOException {
    Simulator asana =
        Simulator.start(SimulatorSettings.DEFAULTS.withBatchWindow(Duration.ofMillis(50)));
    Inspector started =
        run(home, asana, "listen", asana.project().gid(), "--api-base=" + asana.api());
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> asana.webhooks().size() == 1);
    return started;
  }

  /** Watches nothing yet; a local Asana is at hand. */
  static Inspector serve(Path home) throws IOException {
    Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS);
    return run(home, asana, "serve", "--api-base=" + asana.api());
  }

  /** Over a folder called data that is there already; it knows no Asana. */
  static Inspector over(Path home) throws IOException {
    return run(home, null, "serve", "--api-base=" + NOWHERE);
  }

  /** The same again after {@link #kill}, at the same address; the webhooks are still there. */
  Inspector again() throws IOException {
    Files.deleteIfExists(home.resolve("ready.json"));
    URI base = asana == null ? NOWHERE : asana.api();
    return run(
        home,
        asana,
        "serve",
        "--api-base=" + base,
        "--receiver-port=" + URI.create(ready.path("receiver").asString()).getPort(),
        "--admin-port=" + URI.create(admin()).getPort());
  }

  /** With a local Asana inside, in which nobody works yet. */
  static Inspector demo(Path home) throws IOException {
    return run(home, null, "demo");
  }

  private static Inspector run(Path home, @Nullable Simulator asana, String... words)
      throws IOException {
    Path readyFile = home.resolve("ready.json");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "webhookinspector.cli.Main"));
    command.addAll(List.of(words));
    for (String port : List.of("--receiver-port=", "--admin-port=")) {
      if (command.stream().noneMatch(word -> word.startsWith(port))) {
        command.add(port + "0");
      }
    }
    command.addAll(
        List.of("--data=" + home.resolve("data"), "--output=json", "--ready-file=" + readyFile));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (asana != null) {
      builder.environment().put("ASANA_ACCESS_TOKEN", asana.token());
    }
    builder.redirectOutput(home.resolve("output").toFile());
    Process process = builder.start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !process.isAlive() || Files.exists(readyFile));
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(home.resolve("output")));
    }
    return new Inspector(home, asana, process, JSON.readTree(Files.readString(readyFile)));
  }

  Simulator asana() {
    return Objects.requireNonNull(asana, "the demo has its own inside");
  }

  /** Where deliveries go to. */
  URI receiver() {
    return URI.create(ready.path("receiver").asString());
  }

  /** Waits until the history has what the ledger has. */
  void awaitIndexed() {
    Awaitility.await()
        .atMost(Duration.ofHours(1))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              JsonNode state = get("/api/v1/state");
              return state.path("indexed").asLong() >= state.path("last").asLong();
            });
  }

  /** Of the process, in MB. */
  double residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum()
        / 1e3;
  }

  String admin() {
    return ready.path("admin").asString();
  }

  /** A new link that opens once. */
  String loginLink() throws Exception {
    return send("POST", "/api/v1/login-links", "{}").path("login").asString();
  }

  /** What the API says of a path. */
  JsonNode get(String path) throws Exception {
    return JSON.readTree(
        client.send(authorised(path).GET().build(), HttpResponse.BodyHandlers.ofString()).body());
  }

  /** Asks the API for a change; what it answers, or "missing" where that is nothing. */
  JsonNode send(String method, String path, String json) throws Exception {
    HttpRequest request =
        authorised(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build();
    return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
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
    Awaitility.await().until(() -> !process.isAlive());
  }

  @Override
  public void close() {
    process.destroyForcibly();
    if (asana != null) {
      asana.close();
    }
    client.close();
  }
}
