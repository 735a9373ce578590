package webhookinspector.feed.tui.jline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.feed.tui.model.Input;

class KeyReaderTest {

  /** As typed, with a pause wherever a · stands. */
  private static List<Input> read(String typed) throws IOException {
    int[] at = {0};
    var reader =
        new KeyReader(
            _ -> {
              if (at[0] == typed.length()) {
                return KeyReader.Source.END;
              }
              char c = typed.charAt(at[0]++);
              return c == '·' ? KeyReader.Source.NOTHING_YET : c;
            });
    var inputs = new ArrayList<Input>();
    for (Input input = reader.next(); input != null; input = reader.next()) {
      inputs.add(input);
    }
    return inputs;
  }

  @ParameterizedTest
  @CsvSource({
    "j, j",
    "ß, ß",
    "🎉, 🎉",
    "␍, Enter",
    "␉, Tab",
    "␡, Backspace",
    "␃, Ctrl+C",
    "␚, Ctrl+Z",
    "␛·, Esc",
    "␛[A, Up",
    "␛OB, Down",
    "␛[1;5C, Right",
    "␛[5~, PgUp",
    "␛[6~, PgDn",
    "␛[Z, Shift+Tab",
    "␛[3~, Delete",
    "␛x, Alt+x"
  })
  void readsKeys(String typed, String name) throws IOException {
    String raw =
        typed
            .replace('␍', '\r')
            .replace('␉', '\t')
            .replace('␡', '\u007f')
            .replace('␃', '\u0003')
            .replace('␚', '\u001a')
            .replace('␛', '\u001b');
    assertThat(read(raw)).containsExactly(new Input.Key(name));
    assertThat(read(raw + "q")).containsExactly(new Input.Key(name), new Input.Key("q"));
  }

  @Test
  void neverTakesPastedTextForKeys() throws IOException {
    assertThat(read("\u001b[200~q\u001b[A·\n\u001b[201~j"))
        .containsExactly(new Input.Paste("q\u001b[A\n"), new Input.Key("j"));
  }

  @Test
  void limitsWhatIsPasted() throws IOException {
    List<Input> inputs = read("\u001b[200~" + "x".repeat(100_000) + "\u001b[201~j");
    assertThat(inputs).last().isEqualTo(new Input.Key("j"));
    assertThat(((Input.Paste) inputs.getFirst()).text()).hasSizeLessThanOrEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource({"␛]11;rgb:0000/0000/0000␇", "␛P1+r544e␛\\", "␛[?62;c", "␛[99~", "␛O"})
  void passesOverWhatIsNoKey(String sent) throws IOException {
    String raw = sent.replace('␛', '\u001b').replace('␇', '\u0007');
    assertThat(read(raw + "·j")).containsExactly(new Input.Key("j"));
  }
}
