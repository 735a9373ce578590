package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example that a help text ends with is typed, word for word but for ports and patience. */
class ExamplesTest {

  /** What ends otherwise than with 0 where there is no token, no tunnel and nobody to judge. */
  private static final Map<String, List<Integer>> OTHERWISE =
      Map.ofEntries(
          Map.entry("listen", List.of(3)), // no ngrok
          Map.entry("poll", List.of(2, 3)), // no token
          Map.entry("webhooks", List.of(0, 2, 3)), // no token; health needs none
          Map.entry("inboxes arm", List.of(3)), // nobody receives
          Map.entry("inboxes settle", List.of(1)), // nobody armed it
          Map.entry("show", List.of(0, 1)), // the id is made up
          Map.entry("explain", List.of(0, 1)),
          Map.entry("pin", List.of(0, 1)),
          Map.entry("replay", List.of(1, 2, 3)),
          Map.entry("forward", List.of(0, 1)), // nobody has added that target yet
          Map.entry("expect", List.of(0, 3)), // nobody receives any more
          Map.entry("conform", List.of(3)), // nobody answers
          Map.entry("reconcile", List.of(1)), // no webhook of ours is left
          Map.entry("search", List.of(0, 1)),
          Map.entry("timeline", List.of(0, 1)),
          Map.entry("diff", List.of(0, 1)));

  private static final Pattern EXAMPLE = Pattern.compile("Example:\\n((?:  .*\\n)+)");

  @TempDir static Path home;

  @BeforeAll
  static void prepare() throws IOException {
    Files.writeString(
        home.resolve("secret.txt"),
        "b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81\n");
    Files.writeString(home.resolve("body.json"), "{\"events\":[]}");
    try (Program demo = Program.run(home, Map.of(), "demo", "--for", "1s")) {
      assertThat(demo.exitCode()).isZero();
    }
  }

  static Stream<String> examples() throws IOException {
    Path page = Path.of(System.getProperty("project.root"), "docs", "commands.md");
    return EXAMPLE
        .matcher(Files.readString(page))
        .results()
        .map(example -> example.group(1).replace("\\\n", " ").strip().replaceAll("\\s+", " "))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void doesWhatItSays(String example) {
    String typed =
        example
            .replaceFirst("^inspector ", "")
            .replaceFirst("--port \\d+", "--port 0")
            .replaceFirst("--for \\d+s", "--for 1s")
            .replaceFirst("--within \\d+s", "--within 1s");
    if (typed.startsWith("serve")) {
      typed += " --receiver-port 0 --admin-port 0";
    }
    String[] words =
        Arrays.stream(typed.split(" ")).map(w -> w.replace("'", "")).toArray(String[]::new);
    try (Program program = Program.start(home, Map.of("PATH", "/nowhere"), words)) {
      if (words[0].equals("serve") || words[0].equals("simulate")) {
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> program.out().stream().anyMatch(line -> line.contains("127.0.0.1")));
        program.signal("TERM");
      }
      assertThat(program.exitCode()).as(program.toString()).isIn(expected(typed));
      assertThat(program.err())
          .noneMatch(line -> line.contains("Exception") || line.contains("did not expect"));
    }
  }

  private static List<Integer> expected(String typed) {
    return OTHERWISE.entrySet().stream()
        .filter(otherwise -> typed.startsWith(otherwise.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(List.of(0));
  }
}
