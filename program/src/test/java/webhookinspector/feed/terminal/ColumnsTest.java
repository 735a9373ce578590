package webhookinspector.feed.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  @ParameterizedTest
  @CsvSource({"'',0", "abc,3", "Zoë,3", "Zoe\u0308,3", "日本語,6", "🎉 x,4", "✓ ⇄ ⟳ ♥,7", "ﾊﾝ,2"})
  void measuresWhatTheTerminalGives(String text, int width) {
    assertThat(Columns.width(text)).isEqualTo(width);
  }

  @Test
  void breaksAtBlanksAndLosesNothing() {
    assertThat(Columns.wrap("one two three", 7)).containsExactly("one two", "three");
    assertThat(Columns.wrap("one two", 100)).containsExactly("one two");
    assertThat(Columns.wrap("", 5)).containsExactly("");
    assertThat(Columns.wrap("a bb", 1)).containsExactly("a", "b", "b");
  }

  @Test
  void breaksWordsThatAreLongerThanALine() {
    assertThat(Columns.wrap("abcdefghij kl", 4)).containsExactly("abcd", "efgh", "ij", "kl");
    assertThat(Columns.wrap("日本語", 4)).containsExactly("日本", "語");
    assertThat(Columns.wrap("日本", 1)).containsExactly("日", "本");
  }

  @Test
  void cutsWithAMark() {
    assertThat(Columns.cut("build-board", 6, "…")).isEqualTo("build…");
    assertThat(Columns.cut("build", 5, "…")).isEqualTo("build");
    assertThat(Columns.width(Columns.cut("日本語日本語", 6, "…"))).isLessThanOrEqualTo(6);
  }

  @Test
  void fillsUp() {
    assertThat(Columns.left("日本", 6)).isEqualTo("日本  ");
    assertThat(Columns.right("12", 4)).isEqualTo("  12");
    assertThat(Columns.left("longer", 3)).isEqualTo("longer");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 B",
    "999,999 B",
    "1000,1.0 kB",
    "12345,12 kB",
    "9949,9.9 kB",
    "9950,10 kB",
    "999499,999 kB",
    "1048576,1.0 MB"
  })
  void writesSizes(long bytes, String text) {
    assertThat(Amounts.size(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 ms",
    "999,999 ms",
    "2100,2.1 s",
    "59940,60 s",
    "200000,3.3 min",
    "7200000,2.0 h",
    "259200000,3 d"
  })
  void writesTimes(long millis, String text) {
    assertThat(Amounts.time(java.time.Duration.ofMillis(millis))).isEqualTo(text);
  }
}
