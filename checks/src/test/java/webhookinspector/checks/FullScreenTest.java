package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.event.Ref;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/** The full-screen view on a real terminal, key by key. */
class FullScreenTest {

  /** Later than any clock that runs this: so that no lag is told. */
  private static final Instant START = Instant.parse("2060-06-12T08:30:00Z");

  /** What differs from run to run, and is as long each time. */
  private static final Pattern VARYING =
      Pattern.compile(
          "\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?|\\b01[0-9A-Z]{24}\\b|127\\.0\\.0\\.1:\\d+|[0-9a-f]{64}");

  @TempDir Path home;
  private Simulator asana;
  private Tmux terminal;

  @BeforeEach
  void start() {
    asana = Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(START));
    terminal =
        Tmux.start(
            home, Map.of("ASANA_ACCESS_TOKEN", asana.token(), "TZ", "Europe/Berlin"), 100, 24);
  }

  @AfterEach
  void stop() {
    terminal.close();
    asana.close();
  }

  /** A webhook, its heartbeat, and a task that is created, completed and renamed. */
  private Ref listen() {
    terminal.program(
        "listen",
        asana.project().gid(),
        "--api-base",
        asana.api().toString(),
        "--data",
        home.resolve("data").toString(),
        "--receiver-port",
        "0",
        "--admin-port",
        "0");
    terminal.awaitText("⇄ handshake");
    terminal.awaitText("● LIVE");
    asana.advance(Duration.ofSeconds(1));
    terminal.awaitText("♥ heartbeat");
    Ref task = asana.changes().createTask(asana.project(), "Fix login");
    deliver(3);
    asana.changes().complete(task);
    deliver(4);
    asana.changes().rename(task, "Fix the login of guests");
    deliver(5);
    return task;
  }

  private void deliver(int number) {
    asana.advance(Duration.ofSeconds(5));
    terminal.await("delivery " + number, screen -> screen.contains("#" + number));
  }

  @Test
  void showsFollowsFiltersExplainsSendsAgainAndEnds() throws IOException {
    HttpServer receiver = EchoReceiver.start();
    try {
      Ref task = listen();
      terminal.awaitText("5, following");
      compare("list-100");

      terminal.keys("g");
      terminal.awaitText("1 of 5");
      asana.changes().comment(task, "Done, please look");
      asana.advance(Duration.ofSeconds(5));
      terminal.awaitText("1 new, press . to follow");
      compare("new-100");
      terminal.keys(".");
      terminal.awaitText("6, following");

      terminal.keys("/");
      terminal.keys("-l", "actoin=changed");
      terminal.awaitText("✗ filter: position");
      compare("wrong-filter-100");
      terminal.keys("C-u");
      terminal.keys("-l", "field=completed");
      terminal.awaitText("1 match");
      terminal.keys("Enter");
      terminal.awaitText("Esc clears");
      compare("filter-100");
      terminal.keys("Escape");
      terminal.awaitText("6, following");

      terminal.keys("k", "k", "e");
      terminal.awaitText("Why Asana sent it");
      compare("explain-100");
      terminal.keys("r", "C-u");
      terminal.keys("-l", EchoReceiver.target(receiver));
      terminal.keys("Enter");
      terminal.awaitText("#4: answered 200 after");

      terminal.keys("l", "h"); // what came of it makes room again
      terminal.resize(200, 30);
      terminal.await("both", s -> s.contains("│") && s.contains("→ 200"));
      compare("wide-200");
      terminal.resize(60, 20);
      terminal.await("narrow", s -> !s.contains("│") && s.contains("q quit"));
      compare("narrow-60");
      terminal.resize(100, 24);

      terminal.keys("q", "q", "q");
      String ended = terminal.awaitText("exit code 0");
      assertThat(ended).startsWith("hello from before\n");
      assertThat(terminal.isAlternate()).isFalse();
      assertThat(asana.webhooks()).isEmpty();
      assertCooked();
    } finally {
      receiver.stop(0);
    }
  }

  @Test
  void showsWhatIsPolledTellsItsStoryAndExportsIt() throws IOException {
    terminal.program(
        "poll",
        asana.project().gid(),
        "--api-base",
        asana.api().toString(),
        "--data",
        home.resolve("data").toString(),
        "--receiver-port",
        "0",
        "--admin-port",
        "0");
    terminal.awaitText("● LIVE");
    await() // only what happens behind the first question is told
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              asana.changes().createTask(asana.project(), "Fix login");
              return terminal.screen().contains("☰");
            });
    terminal.keys("t");
    terminal.await("its story", s -> s.contains("Timeline") && s.contains("“Fix login”"));
    terminal.keys("Escape");
    terminal.await("the list", s -> !s.contains("Timeline"));
    terminal.keys("x");
    terminal.awaitText("to  deliveries.jsonl");
    terminal.keys("Enter");
    terminal.awaitText("signatures are withheld");
    assertThat(home.resolve("deliveries.jsonl")).content().contains("\"source\":\"stream\"");
    terminal.keys("q", "q");
    assertThat(terminal.awaitText("exit code 0")).startsWith("hello from before\n");
  }

  @Test
  void givesTheTerminalBackWhenItIsTold() throws IOException {
    listen();
    kill("-TERM");
    assertThat(terminal.awaitText("exit code 0")).startsWith("hello from before\n");
    assertThat(terminal.isAlternate()).isFalse();
    assertCooked();
  }

  @Test
  void givesTheTerminalBackWhenItIsKilled() throws IOException {
    listen();
    kill("-KILL");
    terminal.awaitText("inspector ended without a word");
    assertThat(terminal.screen()).startsWith("hello from before\n");
    assertThat(terminal.isAlternate()).isFalse();
    assertCooked();
  }

  private void kill(String signal) throws IOException {
    String pid =
        Files.readString(home.resolve("data/running.json"))
            .replaceAll("(?s).*\"pid\":\\s*(\\d+).*", "$1");
    new ProcessBuilder("kill", signal, pid).start();
  }

  @Test
  void givesTheTerminalBackWhileItIsStoppedAndTakesItAgain() {
    listen();
    terminal.keys("C-z");
    terminal.awaitText("Stopped");
    assertThat(terminal.isAlternate()).isFalse();
    assertCooked();
    terminal.type("fg");
    terminal.awaitText("5, following");
    assertThat(terminal.isAlternate()).isTrue();
    terminal.keys("C-c");
    terminal.await("a prompt", screen -> screen.strip().endsWith("$"));
    terminal.type("echo exit code $?");
    terminal.awaitText("exit code 130");
    assertCooked();
  }

  @Test
  void leavesTheTerminalAloneWhenItCannotStart() {
    terminal.program("serve", "--data", "/proc/inspector");
    assertThat(terminal.awaitText("exit code 5"))
        .startsWith("hello from before\n")
        .contains("data: /proc/inspector cannot be used");
    assertCooked();
  }

  @Test
  void writesRowsWhereSomethingElseReadsThem() {
    terminal.program(
        "serve",
        "--data",
        home.resolve("data").toString(),
        "--receiver-port",
        "0",
        "--admin-port",
        "0",
        "--output",
        "plain");
    terminal.awaitText("● LIVE");
    assertThat(terminal.isAlternate()).isFalse();
    terminal.keys("C-c");
    terminal.awaitText("exit code 130");
  }

  /** Typed letters are shown, and a line is read as a whole. */
  private void assertCooked() {
    terminal.type(
        "clear; stty -a | tr ' ;' '\\n\\n' | grep -xE '(icanon|echo|isig|opost)' | sort | tr '\\n' ' '");
    terminal.awaitText("echo icanon isig opost");
  }

  /** Once it is painted whole. */
  private void compare(String name) throws IOException {
    String golden = golden(name);
    Path actual = Path.of(System.getProperty("java.io.tmpdir"), name + ".txt");
    try {
      await().atMost(Duration.ofSeconds(10)).until(() -> steady(terminal.screen()).equals(golden));
    } catch (ConditionTimeoutException e) {
      String shown = steady(terminal.screen());
      Files.writeString(actual, shown);
      assertThat(shown).as("if the change is meant, keep " + actual).isEqualTo(golden);
    }
  }

  private static String steady(String screen) {
    String steady =
        screen
            .replaceAll("(?m)^( ● LIVE) .*?(\\d[\\d,]* of |\\d[\\d,]*, following)", "$1 … $2")
            .replaceAll("answered 200 after .*", "answered 200 after *")
            .replaceAll("It came \\d+ h", "It came * h")
            .replaceAll("Arrived  .*", "Arrived *");
    return VARYING.matcher(steady).replaceAll(found -> "*".repeat(found.group().length()));
  }

  private static String golden(String name) throws IOException {
    try (InputStream text = FullScreenTest.class.getResourceAsStream("screens/" + name + ".txt")) {
      return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
