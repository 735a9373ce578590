package webhookinspector.feed.tui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import webhookinspector.feed.terminal.Ink;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.terminal.Palette;

class PainterTest {

  private final Painter painter = new Painter(new Ink(Palette.SIXTEEN, false));

  private static Picture picture(String... rows) {
    List<Strip> strips =
        Arrays.stream(rows)
            .map(row -> new Pen(10, new Ink(Palette.SIXTEEN, false)).put(row).strip())
            .toList();
    return new Picture(10, rows.length, strips, null);
  }

  private String paint(Picture picture) {
    return painter
        .paint(picture)
        .replace("\u001b[?2026h\u001b[?25l", "")
        .replace("\u001b[?2026l", "")
        .replace('\u001b', '␛');
  }

  @Test
  void writesOnlyWhatChanged() {
    assertThat(paint(picture("one", "two"))).isEqualTo("␛[0m␛[2J␛[1;1Hone␛[K␛[2;1Htwo␛[K");
    assertThat(paint(picture("one", "two"))).isEmpty();
    assertThat(paint(picture("one", "2"))).isEqualTo("␛[2;1H2␛[K");
    assertThat(paint(picture("", "2"))).isEqualTo("␛[1;1H␛[K");
  }

  @Test
  void takesNothingAwayFromAFullRow() {
    assertThat(paint(picture("0123456789"))).endsWith("0123456789");
  }

  @Test
  void placesWhatStandsBehindTextThatTerminalsMeasureDifferently() {
    Strip strip =
        new Pen(20, new Ink(Palette.SIXTEEN, false)).put("日本").to(6).put(Tone.GOOD, "x").strip();
    assertThat(paint(new Picture(20, 1, List.of(strip), null)))
        .endsWith("日本␛[K␛[7G␛[0;32mx␛[0m␛[K");
  }

  @Test
  void leavesColourAwayButNotWeight() {
    Strip strip =
        new Pen(20, new Ink(Palette.NONE, false))
            .put(Tone.BAD, "a")
            .put(Style.of(Tone.BAD).bold(), "b")
            .put(Style.of(Tone.GOOD).chosen(), "c")
            .strip();
    String painted =
        new Painter(new Ink(Palette.NONE, false)).paint(new Picture(20, 1, List.of(strip), null));
    assertThat(painted.replace('\u001b', '␛')).contains("a␛[0;1mb␛[0m␛[0;7mc␛[0m");
  }

  @Test
  void startsAnewAfterAChangeOfSizeAndWhenToldTo() {
    paint(picture("one", "two"));
    assertThat(paint(picture("one"))).contains("␛[2J").contains("one");
    painter.forget();
    assertThat(paint(picture("one"))).contains("␛[2J").contains("one");
  }

  @Test
  void showsTheCaretWhereSomebodyTypes() {
    var picture = new Picture(10, 1, List.of(), new Picture.Caret(0, 3));
    assertThat(paint(picture)).endsWith("␛[1;4H␛[?25h");
  }
}
