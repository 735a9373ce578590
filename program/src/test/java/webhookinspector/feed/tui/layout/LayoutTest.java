package webhookinspector.feed.tui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.feed.terminal.Ink;
import webhookinspector.feed.tui.Screen;
import webhookinspector.feed.tui.model.Host;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.inspection.HostileText;

class LayoutTest {

  @ParameterizedTest
  @CsvSource({
    "list-60, 60, 20, k k o",
    "list-80, 80, 20, k k o m",
    "list-120, 120, 20, k k o",
    "list-200, 200, 20, k k o",
    "explain-120, 120, 34, k k k k k e",
    "body-200, 200, 34, k k k k k Enter b",
    "signature-60, 60, 34, k k Enter l l l l",
    "wrong-filter-80, 80, 20, / x Space a c t o i n",
    "keys-80, 80, 50, ?",
    "numbers-80, 80, 24, s",
    "webhooks-100, 100, 20, w"
  })
  void showsWhatKeysOpenAsInTheGoldenScreen(String name, int width, int height, String keys)
      throws IOException {
    var screen = play(new Screen(width, height));
    for (String key : keys.split(" ", -1)) {
      screen.press(key.equals("Space") ? " " : key);
    }
    compare(name, screen.rest());
  }

  @Test
  void showsWhereThingsAreUntilTheFirstDeliveryComes() throws IOException {
    compare("head-80", new Screen(80, 20).open());
  }

  @Test
  void writesNothingButAsciiWhereThatIsWanted() throws IOException {
    var screen = play(new Screen(80, 20, true)).press("k", "o");
    assertThat(screen.shown().chars()).allMatch(c -> c < 0x7f);
    compare("list-ascii-80", screen);
  }

  static IntStream widths() {
    return IntStream.rangeClosed(40, 200);
  }

  @ParameterizedTest
  @MethodSource("widths")
  void neverFillsMoreColumnsThanThereAre(int width) {
    var screen = play(new Screen(width, 20)).press("k", "o");
    assertThat(screen.picture().strips()).allMatch(strip -> strip.width() <= width);
    assertThat(screen.picture().strips()).hasSize(20);
  }

  @Test
  void saysWhenTheTerminalIsTooSmall() {
    assertThat(new Screen(30, 5).open().shown()).startsWith("Too small");
  }

  @ParameterizedTest
  @MethodSource("webhookinspector.inspection.HostileText#all")
  void letsNoPayloadSteerTheTerminal(String hostile) {
    var screen = new Screen(100, 20).open();
    screen.arrives(Examples.delivery(1, Examples.event(hostile, 0), Examples.event(hostile, 0)));
    screen.model.told(new Line.OfState(Examples.NOON, new State.Degraded(hostile)));
    screen.press("k", "o");
    assertThat(screen.picture().strips()).extracting(Strip::text).allMatch(HostileText::isHarmless);
  }

  private static final Host.Health HEALTH =
      new Host.Health(
          Examples.NOON.minusSeconds(12),
          Examples.NOON.plusSeconds(7 * 3_600 + 240),
          Examples.NOON.plusSeconds(3 * 3_600 + 720),
          List.of(
              new Host.Watched(
                  "1200000000000900",
                  "project Build board",
                  "build-board",
                  Ink.Tone.BAD,
                  "FAILING",
                  List.of("Asana got no 200 for 20 h 48 min", "12 attempts"),
                  "inspector doctor")));

  private static Screen play(Screen screen) {
    screen.host.health = HEALTH;
    screen.open();
    screen.arrives(Examples.handshake(1));
    screen.model.told(new Line.OfState(Examples.NOON, new State.Live("")));
    screen.arrives(Examples.heartbeat(2));
    screen.arrives(Examples.completed(3));
    screen.arrives(
        Examples.delivery(
            4,
            Examples.event("Ben added the task “Write the notes for the release” to “Doing”", 700),
            Examples.event("Ben assigned “Write the notes for the release” to Ann", 600),
            Examples.event("Ann commented on “Fix login”: “done, please look”", 500)));
    screen.arrives(Examples.completed(5).repeating(Examples.id(3)));
    screen.arrives(Examples.forged(6));
    screen.arrives(Examples.line(7, "delivery", "junk", "authentic", null));
    return screen.arrives(
        Examples.delivery(8, Examples.event("Zoë renamed “日本語” to “\u001b[2J\u202egnp”", 900_000)));
  }

  private static void compare(String name, Screen screen) throws IOException {
    String shown = screen.shown();
    Path actual = Path.of(System.getProperty("java.io.tmpdir"), name + ".txt");
    Files.writeString(actual, shown);
    assertThat(shown).as("if the change is meant, keep " + actual).isEqualTo(golden(name));
  }

  private static String golden(String name) throws IOException {
    try (InputStream text = LayoutTest.class.getResourceAsStream(name + ".txt")) {
      return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
