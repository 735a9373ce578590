package webhookinspector.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;

  private static Command.Ending run(Duration patience, String input, String... words)
      throws InterruptedException {
    return new Command(List.of(words), Set.of("HOME"), patience).run(input);
  }

  @Test
  void givesTheTextOnStandardInputAndNothingElse() throws Exception {
    Path out = folder.resolve("out");
    String script = "cat > \"$1\"; echo \"[$HOME][$#]\" >> \"$1\"; echo noise";
    assertThat(run(LONG, "$(rm -rf x) ünïcode\n", "sh", "-c", script, "sh", out.toString()).well())
        .isTrue();
    assertThat(Files.readString(out)).isEqualTo("$(rm -rf x) ünïcode\n[][1]\n");
  }

  @Test
  void tellsHowItEnded() throws Exception {
    assertThat(run(LONG, "", "sh", "-c", "echo nothing there >&2; exit 3"))
        .isEqualTo(new Command.Exited(3, "nothing there"));
    assertThat(run(LONG, "", "no-such-program")).isInstanceOf(Command.NotStarted.class);
    assertThat(run(LONG, "x".repeat(1_000_000), "true").well())
        .as("need not read what it is given")
        .isTrue();
  }

  @Test
  void isEndedWithItsChildrenWhenItTakesTooLong() throws Exception {
    Path pid = folder.resolve("pid");
    var ending =
        run(Duration.ofSeconds(2), "", "sh", "-c", "sleep 60 & echo $! > " + pid + "; wait");
    assertThat(ending).isEqualTo(new Command.Late(Duration.ofSeconds(2)));
    long child = Long.parseLong(Files.readString(pid).strip());
    await()
        .atMost(LONG)
        .until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ./handle.sh                    | [./handle.sh]
          jq -c .                        | [jq, -c, .]
          sh -c "cat >> 'a b.jsonl'"     | [sh, -c, cat >> 'a b.jsonl']
          a\\ b 'c "d' "e \\" f" ''      | [a b, c "d, e " f, ]
          x$HOME;y                       | [x$HOME;y]
          """)
  void isSplitIntoWordsAsPeopleExpectIt(String text, String words) {
    assertThat(Argv.parse(text).words().toString()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "sh -c 'open", "say \"hi"})
  void isRefusedWhenItIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Argv.parse(text));
  }
}
