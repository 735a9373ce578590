package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What only other machines can run, read as strictly as its own tools read it. */
class DeliverablesTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Path RELEASE = ROOT.resolve("release");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NGINX = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void unitsAreUnderstoodBySystemd() throws Exception {
    assumeTrue(isInstalled("systemd-analyze"));
    for (String name : List.of("webhook-inspector.service", "webhook-inspector.socket")) {
      String unit = Files.readString(RELEASE.resolve(name));
      Files.writeString(
          folder.resolve(name),
          unit.replace("/usr/bin/inspector", "/bin/true").replaceAll("Documentation=.*\n", ""));
    }
    Run verified =
        run(
            "systemd-analyze",
            "verify",
            folder + "/webhook-inspector.service",
            folder + "/webhook-inspector.socket");
    assertThat(verified.code()).as(verified.said()).isZero();
    assertThat(verified.said()).isBlank();
  }

  @Test
  void theServiceIsRatedAsWellConfined() throws Exception {
    assumeTrue(isInstalled("systemd-analyze"));
    Run rated =
        run(
            "systemd-analyze",
            "security",
            "--offline=true",
            "--threshold=15",
            RELEASE + "/webhook-inspector.service");
    assertThat(rated.code()).as(rated.said()).isZero();
  }

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> inScripts = Files.list(ROOT.resolve("scripts"))) {
      return Stream.concat(
          inScripts.filter(file -> !file.toString().endsWith(".java")),
          Stream.of("dev", "inspector", "release/inspector", ".ci/run").map(ROOT::resolve))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void scriptsAreWellFormed(Path script) throws Exception {
    Run read = run("bash", "-n", script.toString());
    assertThat(read.code()).as(read.said()).isZero();
  }

  /** Every step that a builder would take, in an order in which it can be taken. */
  @Test
  void theContainerFileStartsTheServiceAsAUserOfItsOwn() throws Exception {
    String text = Files.readString(RELEASE.resolve("Containerfile")).replace("\\\n", " ");
    List<String> steps =
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    assertThat(steps)
        .allMatch(step -> step.matches("(FROM|COPY|RUN|USER|VOLUME|EXPOSE|ENTRYPOINT|CMD) \\S.*"));
    assertThat(steps.getFirst()).startsWith("FROM ");
    assertThat(steps).contains("COPY webhook-inspector /opt/webhook-inspector", "USER inspector");
    assertThat(steps).filteredOn(step -> step.startsWith("ENTRYPOINT")).hasSize(1);
    String help = Files.readString(ROOT.resolve("docs/commands.md"));
    String serve = help.substring(help.indexOf("## inspector serve"));
    assertThat(steps.getLast()).startsWith("CMD [\"serve\"");
    Pattern.compile("--[a-z-]+")
        .matcher(steps.getLast())
        .results()
        .forEach(option -> assertThat(serve).contains(option.group() + "="));
    for (String step : steps) {
      if (step.startsWith("RUN ")) {
        Files.writeString(folder.resolve("step"), step.substring(4));
        assertThat(run("sh", "-n", folder + "/step").code()).as(step).isZero();
      }
    }
  }

  @Test
  void everyYamlOnThePagesCanBeRead() throws IOException {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    for (String page : List.of("ci.md", "monitoring.md")) {
      List<String> blocks = blocks(page, YAML);
      assertThat(blocks).isNotEmpty();
      blocks.forEach(block -> assertThat(yaml.<Object>load(block)).isInstanceOf(Map.class));
    }
  }

  @Test
  void nginxUnderstandsTheProxyThatThePageShows() throws Exception {
    assumeTrue(isInstalled("nginx"));
    String location = blocks("operations.md", NGINX).getFirst();
    Path conf =
        Files.writeString(
            folder.resolve("nginx.conf"),
            "pid %s/pid; events {} http { access_log off; server { listen 127.0.0.1:1; %s } }"
                .formatted(folder, location));
    Run tested = run("nginx", "-t", "-q", "-e", folder + "/errors", "-c", conf.toString());
    assertThat(tested.code()).as(tested.said()).isZero();
  }

  private static List<String> blocks(String page, Pattern kind) throws IOException {
    return kind.matcher(Files.readString(ROOT.resolve("docs").resolve(page)))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private record Run(int code, String said) {}

  private boolean isInstalled(String program) throws Exception {
    return run("sh", "-c", "command -v " + program).code() == 0;
  }

  private Run run(String... words) throws Exception {
    Path said = folder.resolve("said.txt");
    var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
    return new Run(builder.start().waitFor(), Files.readString(said));
  }
}
