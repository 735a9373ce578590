package webhookinspector.feed.tui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputLineTest {

  @ParameterizedTest
  @CsvSource({
    "Backspace, 'one tw|'",
    "Ctrl+W, 'one |'",
    "Ctrl+U, '|'",
    "Left, 'one tw|o'",
    "Home, '|one two'",
    "x, 'one twox|'",
    "🎉, 'one two🎉|'",
    "Delete, 'one two|'"
  })
  void knowsTheKeysOfAShell(String key, String after) {
    var line = new InputLine("one two");
    assertThat(line.press(key)).isTrue();
    assertThat(shown(line)).isEqualTo(after);
  }

  @Test
  void editsInTheMiddle() {
    var line = new InputLine("one two");
    line.press("Home");
    line.press("Right");
    line.press("Delete");
    line.press("x");
    assertThat(shown(line)).isEqualTo("ox|e two");
    line.press("Ctrl+K");
    assertThat(shown(line)).isEqualTo("ox|");
  }

  @Test
  void leavesAnEmojiWhole() {
    var line = new InputLine("a🎉");
    line.press("Backspace");
    assertThat(line.text()).isEqualTo("a");
  }

  @Test
  void takesPastedTextOnOneLineWithItsControlsMadeVisible() {
    var line = new InputLine("");
    line.insert("http://localhost\n\u001b[2Jx");
    assertThat(line.text()).isEqualTo("http://localhost \\u001b[2Jx");
    line.insert("y".repeat(100_000));
    assertThat(line.text()).hasSizeLessThan(2_001);
  }

  @Test
  void passesOverOtherKeys() {
    assertThat(new InputLine("").press("PgUp")).isFalse();
  }

  private static String shown(InputLine line) {
    return line.text().substring(0, line.caret()) + "|" + line.text().substring(line.caret());
  }
}
