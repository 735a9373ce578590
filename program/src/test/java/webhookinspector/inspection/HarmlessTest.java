package webhookinspector.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTest {

  @ParameterizedTest
  @MethodSource("webhookinspector.inspection.HostileText#all")
  void leavesNothingThatSteersATerminalOrBreaksALine(String hostile) {
    assertThat(HostileText.isHarmless(hostile)).as("is hostile at all").isFalse();
    assertThat(HostileText.isHarmless(Harmless.text(hostile))).isTrue();
    assertThat(HostileText.isHarmless(Harmless.json('"' + hostile + '"'))).isTrue();
    assertThat(HostileText.isHarmless(Harmless.lines(hostile).replaceAll("[\n\t]", ""))).isTrue();
  }

  @Test
  void knowsAtLeastFortySequences() {
    assertThat(HostileText.all()).hasSizeGreaterThan(40).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1b, 0x07, 0x08, 0x7f, 0x9b})
  void leavesNoRawByteOfThoseThatTerminalsObey(int control) {
    String text = Harmless.text("a" + Character.toString(control) + "b");
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (byte b : bytes) {
      assertThat(b & 0xff).isNotEqualTo(control);
    }
    assertThat(text).startsWith("a\\u00").endsWith("b");
  }

  @Test
  void showsWhatItReplaced() {
    assertThat(Harmless.text("a\u001b[2Jb")).isEqualTo("a\\u001b[2Jb");
    assertThat(Harmless.text("a\nb\r\tc")).isEqualTo("a\\nb\\r\\tc");
    assertThat(Harmless.text("\u202eevil")).isEqualTo("\\u202eevil");
    assertThat(Harmless.text("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
  }

  @Test
  void keepsNewlinesAndTabsOnlyWhereSeveralLinesAreWanted() {
    assertThat(Harmless.lines("{\n\t1\r\n}")).isEqualTo("{\n\t1\\r\n}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Fix login",
        "Überprüfung für Zoë",
        "日本語",
        "עברית",
        "🎉 done",
        "a\\b \"c\" ✓ ⇄"
      })
  void leavesOrdinaryTextAlone(String text) {
    assertThat(Harmless.text(text)).isSameAs(text);
  }
}
