package webhookinspector.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.feed.terminal.Palette;

class SurroundingsPaletteTest {

  @ParameterizedTest
  @CsvSource({
    "xterm, '', SIXTEEN",
    "linux, '', SIXTEEN",
    "tmux-256color, '', MANY",
    "xterm-256color, '', MANY",
    "xterm-256color, truecolor, TRUE",
    "xterm-256color, 24bit, TRUE",
    "xterm-direct, '', TRUE",
  })
  void takesAsManyColoursAsTheTerminalSays(String term, String colorTerm, Palette palette) {
    var environment = Map.of("TERM", term, "COLORTERM", colorTerm);
    var around =
        new Surroundings(
            environment, Path.of("/"), InstantSource.system(), ZoneOffset.UTC, "unpackaged");
    assertThat(around.palette()).isEqualTo(palette);
  }
}
