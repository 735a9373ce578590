package webhookinspector.feed.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import webhookinspector.feed.terminal.Ink.Tone;

class PaletteTest {

  /** Levels of the cube, as xterm has them. */
  private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

  /** Black, white, and what solarized is painted on. */
  private static final List<Integer> PAPERS = List.of(0x000000, 0xffffff, 0x002b36, 0xfdf6e3);

  @ParameterizedTest
  @EnumSource(
      value = Tone.class,
      names = {"FAINT", "GOOD", "BAD", "WARN", "INFO"})
  void canBeReadOnEveryPaper(Tone tone) {
    for (int paper : PAPERS) {
      assertThat(contrast(ofCube(Palette.MANY.code(tone)), paper)).isGreaterThan(3);
      assertThat(contrast(exact(Palette.TRUE.code(tone)), paper)).isGreaterThan(3);
    }
  }

  private static int ofCube(String code) {
    int number = Integer.parseInt(code.replace("38;5;", ""));
    if (number >= 232) {
      return rgb((number - 232) * 10 + 8, (number - 232) * 10 + 8, (number - 232) * 10 + 8);
    }
    int in = number - 16;
    return rgb(LEVELS[in / 36], LEVELS[in / 6 % 6], LEVELS[in % 6]);
  }

  private static int exact(String code) {
    String[] parts = code.split(";", -1);
    return rgb(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
  }

  private static int rgb(int red, int green, int blue) {
    return red << 16 | green << 8 | blue;
  }

  /** By WCAG 2.2. */
  private static double contrast(int a, int b) {
    double[] light = DoubleStream.of(luminance(a), luminance(b)).sorted().toArray();
    return (light[1] + 0.05) / (light[0] + 0.05);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
