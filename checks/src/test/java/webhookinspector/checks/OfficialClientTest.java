package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/**
 * Asana's own Node client takes the simulator for Asana. Runs where Node and npm's registry are.
 */
class OfficialClientTest {

  private static final String CLIENT = "asana@3.2.0";

  private final Path folder =
      Path.of(System.getProperty("java.io.tmpdir", "target")).resolve("node-client");

  @Test
  void createsListsUpdatesDeletesReadsEventsAndChangesTasks() throws Exception {
    install();
    HttpServer receiver = EchoReceiver.start();
    try (var simulator = Simulator.start(SimulatorSettings.DEFAULTS)) {
      Optional<Contract> contract = Contract.withAsana();
      contract.ifPresent(each -> simulator.onCall(each::check));
      JsonNode out = run(simulator, EchoReceiver.target(receiver));

      assertThat(out.path("me").asString()).isEqualTo(simulator.people().getFirst().name());
      assertThat(out.path("created").path("active").asBoolean()).isTrue();
      assertThat(out.path("twin").path("status").asInt()).isEqualTo(403);
      assertThat(out.path("twin").path("message").asString()).startsWith("Duplicated webhook");
      assertThat(out.path("listed").asInt()).isEqualTo(1);
      assertThat(out.path("start").path("status").asInt()).isEqualTo(412);
      assertThat(out.path("task").path("name").asString()).isEqualTo("Fix the login");
      assertThat(out.path("task").path("completed").asBoolean()).isTrue();
      assertThat(out.path("task").at("/memberships/0/section/name").asString()).isEqualTo("Doing");
      assertThat(out.path("events").valueStream().map(JsonNode::toString))
          .containsExactly(
              "[\"task\",\"added\",\"\"]",
              "[\"task\",\"added\",\"\"]",
              "[\"task\",\"changed\",\"name\"]",
              "[\"task\",\"changed\",\"due_on\"]",
              "[\"task\",\"changed\",\"completed\"]",
              "[\"task\",\"changed\",\"completed_at\"]",
              "[\"story\",\"added\",\"\"]",
              "[\"story\",\"added\",\"\"]",
              "[\"task\",\"removed\",\"\"]",
              "[\"task\",\"added\",\"\"]",
              "[\"story\",\"added\",\"\"]");
      assertThat(out.path("filters")).isEmpty();
      assertThat(out.path("gone").path("status").asInt()).isEqualTo(404);
      assertThat(out.path("deleted").path("status").asInt()).isEqualTo(404);
      assertThat(contract.map(Contract::violations).orElse(List.of())).isEmpty();
    } finally {
      receiver.stop(0);
    }
  }

  private JsonNode run(Simulator simulator, String target) throws Exception {
    URL script = Objects.requireNonNull(getClass().getResource("official-client.cjs"));
    Path copy = folder.resolve("official-client.cjs"); // beside node_modules, where Node looks
    Files.copy(path(script), copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    String section = simulator.changes().sections(simulator.project()).get(1).gid();
    Path answer = folder.resolve("answer.json");
    Process node =
        new ProcessBuilder(
                "node",
                copy.toString(),
                simulator.api().toString(),
                simulator.token(),
                simulator.workspace().gid(),
                simulator.project().gid(),
                section,
                target)
            .redirectOutput(answer.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(node.exitValue()).isZero();
    return JsonMapper.shared().readTree(Files.readAllBytes(answer));
  }

  private static Path path(URL url) throws URISyntaxException {
    return Path.of(url.toURI());
  }

  private void install() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    if (Files.exists(folder.resolve("node_modules/asana/package.json"))) {
      return;
    }
    List<String> npm =
        List.of(
            "npm",
            "install",
            "--prefix",
            folder.toString(),
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--no-save",
            CLIENT);
    try {
      Process process =
          new ProcessBuilder(npm)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("npm.log").toFile())
              .start();
      if (process.waitFor(90, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return;
      }
      process.destroyForcibly();
    } catch (IOException e) {
      // told below
    }
    String message = "Node, npm or its registry is missing, so Asana's own client is skipped";
    System.out.println(message);
    Assumptions.abort(message);
  }
}
