package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.event.Ref;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

class PollCommandTest {

  private static final String CANARY = "canary-token-0123456789";

  @TempDir Path folder;
  private Simulator simulator;

  @BeforeEach
  void start() {
    simulator = Simulator.start(SimulatorSettings.DEFAULTS.withToken(CANARY));
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private Typed poll(String... words) {
    var all = new ArrayList<>(List.of("poll", "--once", "--data", folder.toString()));
    all.addAll(List.of("--api-base", simulator.api().toString()));
    all.addAll(List.of("--receiver-port", "0", "--admin-port", "0"));
    all.addAll(List.of(words));
    return Typed.in(Map.of("ASANA_ACCESS_TOKEN", CANARY), all.toArray(String[]::new));
  }

  private Typed list(String... words) {
    var all = new ArrayList<>(List.of("list", "--data", folder.toString()));
    all.addAll(List.of(words));
    return Typed.line(all.toArray(String[]::new));
  }

  private String project() {
    return simulator.project().gid();
  }

  @Test
  void beginsTheFirstTimeAndThenFetchesWhatHappenedSince() {
    simulator.changes().createTask(simulator.project(), "Before");
    Typed first = poll(project());
    assertThat(first.exit()).isEqualTo(Exit.OK);
    assertThat(list("--output", "json").out()).isEmpty();

    simulator.changes().createTask(simulator.project(), "Fix login");
    Typed second = poll(project());
    assertThat(second.exit()).isEqualTo(Exit.OK);
    assertThat(second.out()).contains("polled", "Fix login").doesNotContain("Before");
    assertThat(list("source=stream", "--output", "json").out())
        .contains(
            "\"source\":\"stream\"",
            "\"inbox\":\"stream-" + project() + "\"",
            "\"kind\":\"events\"",
            "\"verdict\":\"authentic\"",
            "\"answer\":0",
            "Fix login");

    poll(project());
    assertThat(list("--output", "json").out().lines()).as("nothing twice").hasSize(1);
  }

  @Test
  void fetchesForSeveralResourcesAtOnce() {
    Ref task = simulator.changes().createTask(simulator.project(), "Fix login");
    poll(project(), task.gid());
    simulator.changes().rename(task, "Fix log-in");
    assertThat(poll(project(), task.gid()).exit()).isEqualTo(Exit.OK);
    assertThat(list("field=name", "--output", "json").out().lines())
        .as("told by both streams, shown once")
        .hasSize(1);
  }

  @Test
  void tellsAGapWhenNobodyAskedForTooLong() {
    poll(project());
    simulator.changes().createTask(simulator.project(), "Lost");
    simulator.advance(Duration.ofHours(25));
    Typed back = poll(project());
    assertThat(back.exit()).isEqualTo(Exit.OK);
    assertThat(back.out()).contains("gap", "Events may be missing from").doesNotContain("Lost");
    simulator.changes().createTask(simulator.project(), "Seen");
    assertThat(poll(project()).out()).contains("Seen").doesNotContain("Events may be missing");
    assertThat(list().out().lines().filter(row -> row.contains("gap") || row.contains("Seen")))
        .as("one gap, in front of what came after it")
        .satisfiesExactly(
            gap -> assertThat(gap).contains("Events may be missing from"),
            first -> assertThat(first).contains("☰ polled", "Seen"),
            second -> assertThat(second).contains("└", "Seen"));
    assertThat(list("source=stream").out())
        .as("whoever filters asks for less")
        .doesNotContain("gap");
  }

  @Test
  void endsWithAsanasReasonWhenItRefuses() {
    Typed unknown = poll("404");
    assertThat(unknown.exit()).isEqualTo(Exit.REFUSED);
    assertThat(unknown.err()).contains("404", "Unknown object", "This token does not see it");
    Typed notFollowed = poll(simulator.workspace().gid());
    assertThat(notFollowed.exit()).isEqualTo(Exit.REFUSED);
    assertThat(notFollowed.err()).contains("Must be a task, project or goal");
  }

  @Test
  void goesOnWithTheOthersWhenAsanaRefusesOne() {
    assertThat(poll(project(), "404").exit()).isEqualTo(Exit.OK);
    simulator.changes().createTask(simulator.project(), "Fix login");
    assertThat(poll(project(), "404").out()).contains("Fix login", "has ended");
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(poll().exit()).isEqualTo(Exit.USAGE);
    assertThat(poll().err()).contains("resource: none (expected: at least one gid");
    assertThat(poll("https://example.com/x").err()).contains("resource: https://example.com/x");
    var nobody = Typed.line("poll", "--once", "--data", folder.toString(), project());
    assertThat(nobody.exit()).isEqualTo(Exit.USAGE);
    assertThat(nobody.err()).contains("token: none");
  }

  @Test
  void neverShowsOrKeepsTheToken() throws IOException {
    Typed typed = poll(project());
    assertThat(typed.out() + typed.err()).doesNotContain(CANARY);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(CANARY);
      }
    }
  }
}
