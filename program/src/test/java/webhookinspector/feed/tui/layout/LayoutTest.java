package webhookinspector.feed.tui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.feed.tui.Screen;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.inspection.HostileText;

class LayoutTest {

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120, 200})
  void showsTheListAsInTheGoldenScreen(int width) throws IOException {
    var screen = play(new Screen(width, 20)).press("k", "k", "o");
    compare("list-" + width, screen);
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

  private static Screen play(Screen screen) {
    screen.open();
    screen.arrives(Examples.handshake(1));
    screen.model.told(new Line.OfState(Examples.NOON, new State.Live("self-ping 12 s ago")));
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
