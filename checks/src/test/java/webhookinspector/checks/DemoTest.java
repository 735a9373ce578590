package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The first thing that anybody runs. */
class DemoTest {

  /**
   * The acceptance line's 15 s and 20 deliveries, in proportion; `./dev check demo` runs it whole.
   */
  private static final int SECONDS = Integer.getInteger("demo.seconds", 7);

  private static final int DELIVERIES = SECONDS * 20 / 15;

  @TempDir Path home;

  @Test
  void showsTheWholeJobAsLinesOfJsonAndKeepsWhatItShowed() {
    try (Program demo = Program.start(home, Map.of(), demo("--output", "json"))) {
      assertThat(demo.exitCode()).as(demo.toString()).isZero();
      assertThat(demo.err()).isEmpty();
      List<JsonNode> lines = demo.json();
      assertThat(lines.getFirst().required("type").asString()).isEqualTo("ready");
      assertThat(demo.json("ready")).hasSize(1);
      assertThat(demo.json("handshake")).hasSize(1);
      assertThat(demo.json("delivery"))
          .hasSizeGreaterThanOrEqualTo(DELIVERIES)
          .allMatch(line -> line.required("verdict").asString().equals("authentic"));
      assertThat(demo.children()).isEmpty();

      try (Program list =
          Program.run(home, Map.of(), "list", "--limit", "1000", "--output", "json")) {
        assertThat(list.json())
            .as("list shows exactly what the demo showed")
            .isEqualTo(lines.subList(1, lines.size()));
      }
    }
  }

  @Test
  void showsTheSameToPeopleInWords() {
    try (Program demo = Program.start(home, Map.of(), "demo", "--for", "2s", "--seed", "5")) {
      assertThat(demo.exitCode()).as(demo.toString()).isZero();
      assertThat(demo.out()).anyMatch(line -> line.contains("LIVE"));
      assertThat(String.join("\n", demo.out())).contains("handshake").contains("Build board");
    }
  }

  @Test
  void takesFreePortsWhenTheUsualOnesAreTakenAndSaysSo() {
    try (Program first = Program.start(home, Map.of(), demo("--output", "json"))) {
      first.ready();
      Path other = home.resolve("other");
      try (Program second =
          Program.start(home, Map.of(), "demo", "--for", "1s", "--data", other.toString())) {
        assertThat(second.exitCode()).as(second.toString()).isZero();
        assertThat(String.join("\n", second.out())).contains("taken");
      }
    }
  }

  private static String[] demo(String... more) {
    return Stream.concat(Stream.of("demo", "--for", SECONDS + "s"), Arrays.stream(more))
        .toArray(String[]::new);
  }
}
