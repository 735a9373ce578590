package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.feed.LineReader;
import webhookinspector.forward.TestTarget;

class ForwardCommandTest {

  @TempDir Path folder;

  private final TestTarget app = new TestTarget();

  @AfterEach
  void close() {
    app.close();
  }

  private Typed typed(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    return Typed.line(all.toArray(String[]::new));
  }

  private Typed demo(String... words) {
    var all = new ArrayList<>(List.of("demo", "--for", "3s", "--output", "json"));
    all.addAll(List.of("--receiver-port", "0", "--admin-port", "0"));
    all.addAll(List.of(words));
    return typed(all.toArray(String[]::new));
  }

  @Test
  void sendsOnWhatARunReceives() {
    Typed demo = demo("--forward", app.address() + " where kind=events");
    assertThat(demo.exit()).as(demo.err()).isZero();
    assertThat(app.got()).isNotEmpty();
    var attempts =
        demo.out().lines().map(LineReader::parse).filter(l -> type(l).equals("attempt")).toList();
    assertThat(attempts)
        .hasSameSizeAs(app.got())
        .allMatch(l -> l.path("source").asString().equals("forward"));
    Typed list = typed("forward", "list", "--output", "json");
    var target = LineReader.parse(list.out());
    assertThat(target.path("state").asString()).isEqualTo("resting");
    assertThat(target.path("filter").asString()).isEqualTo("kind=events");
  }

  private static String type(tools.jackson.databind.JsonNode line) {
    return line.path("type").asString();
  }

  @Test
  void savesATargetThatLaterRunsServe() {
    Typed added = typed("forward", "--to", app.address(), "kind=heartbeat");
    assertThat(added.exit()).as(added.err()).isZero();
    assertThat(added.out()).contains(app.address(), "where kind=heartbeat");
    assertThat(added.err()).contains("No receiver runs");
    assertThat(demo().exit()).isZero();
    assertThat(app.bodies()).containsExactly("{\"events\":[]}");
    assertThat(typed("forward", "pause", app.address()).out()).contains("paused");
    assertThat(typed("forward", "resume", "1").exit()).isZero();
    assertThat(typed("forward", "retry").exit()).isZero();
    assertThat(typed("forward", "dead").err()).contains("There is none.");
    assertThat(typed("forward", "remove", "#1").exit()).isZero();
    assertThat(typed("forward").err()).contains("There is none yet");
  }

  @Test
  void givesEachEventToACommand() throws Exception {
    Path events = folder.resolve("events.jsonl");
    Typed demo = demo("--exec", "sh -c 'cat >> " + events + "'");
    assertThat(demo.exit()).as(demo.err()).isZero();
    var lines = demo.out().lines().map(LineReader::parse).toList();
    long shown =
        lines.stream()
            .filter(l -> type(l).equals("delivery"))
            .mapToLong(l -> l.path("events").size())
            .sum();
    var got = Files.readAllLines(events).stream().map(LineReader::parse).toList();
    assertThat(got).hasSizeBetween(1, (int) shown).allMatch(e -> e.has("sentence"));
    assertThat(lines)
        .filteredOn(l -> type(l).equals("attempt"))
        .isNotEmpty()
        .allMatch(l -> l.path("status").asInt() == 0)
        .allMatch(l -> l.path("target").asString().startsWith("exec sh -c"));
  }

  @Test
  void saysHowACommandFailed() {
    Typed demo = demo("--exec", "sh -c 'echo no room >&2; exit 7'");
    assertThat(demo.exit()).isZero();
    assertThat(demo.out()).contains("\"status\":7", "it ended with 7: no room");
    assertThat(demo("--exec", "sh -c 'open").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void takesNoCommandFromWhoeverMerelyHasTheKey() {
    assertThat(typed("forward", "--to", "exec touch x").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void refusesWhatItCannotServe() {
    assertThat(typed("forward", "--to", "http://10.0.0.1/").err())
        .startsWith("target: http://10.0.0.1/")
        .contains("--allow-target");
    assertThat(typed("forward", "action=changed").exit()).isEqualTo(Exit.USAGE);
    assertThat(typed("forward", "--to", app.address(), "actoin=changed").exit())
        .isEqualTo(Exit.USAGE);
    assertThat(typed("forward", "remove", "7").exit()).isEqualTo(Exit.NO);
    assertThat(demo("--forward", "http://169.254.169.254/").exit()).isEqualTo(Exit.USAGE);
    assertThat(demo("--forward", app.address(), "--forward", app.address()).exit())
        .isEqualTo(Exit.USAGE);
    assertThat(app.got()).isEmpty();
  }
}
