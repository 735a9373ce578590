package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineReader;

/** Against the history of a folder that nobody holds any more. */
class ExpectCommandTest {

  @TempDir static Path folder;

  @BeforeAll
  static void arrive() {
    Filled.folder(folder.resolve("data"), 4);
  }

  private static Typed typed(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    return Typed.line(all.toArray(String[]::new));
  }

  private static Typed expect(String... words) {
    var all = new ArrayList<>(List.of("expect"));
    all.addAll(List.of(words));
    return typed(all.toArray(String[]::new));
  }

  private static List<JsonNode> lines(String json) {
    return json.lines().map(LineReader::parse).toList();
  }

  @Test
  void printsTheNewestMatchesAsJson() {
    Typed expect = expect("kind=events", "--count", "2", "--since", "1d", "--within", "0s");
    assertThat(expect.exit()).as(expect.err()).isZero();
    Typed list = typed("list", "kind=events", "--limit", "2", "--output", "json");
    assertThat(lines(expect.out())).isEqualTo(lines(list.out())).hasSize(2);
    assertThat(expect.err()).isEmpty();
  }

  @Test
  void looksBackByNumberAsWell() {
    long last = lines(typed("list", "--output", "json").out()).getLast().path("position").asLong();
    assertThat(expect("--after", "" + (last - 1), "--within", "0s").exit()).isZero();
    assertThat(expect("--after", "" + last, "--within", "0s").exit()).isEqualTo(Exit.NO);
  }

  @Test
  void printsRowsForPeople() {
    Typed expect = expect("kind=events", "--since", "1d", "--within", "0s", "--output", "plain");
    assertThat(expect.exit()).isZero();
    assertThat(expect.out()).contains("authentic").doesNotContain("{\"type\"");
  }

  @Test
  void saysNoAndWhatToLookAt() {
    Typed expect = expect("action=unheard-of", "--since", "1d", "--within", "0s");
    assertThat(expect.exit()).isEqualTo(Exit.NO);
    assertThat(expect.out()).isEmpty();
    assertThat(expect.err())
        .startsWith("Nothing matched (expected: 1).")
        .contains("inspector list --after 0");
  }

  @Test
  void turnsItRoundWithNone() {
    assertThat(expect("--none", "action=unheard-of", "--since", "1d", "--within", "0s").exit())
        .isZero();
    Typed expect = expect("--none", "kind=events", "--since", "1d", "--within", "0s");
    assertThat(expect.exit()).isEqualTo(Exit.NO);
    assertThat(lines(expect.out())).hasSize(1);
    assertThat(expect.err()).contains("not expected");
  }

  @Test
  void saysThatNobodyReceives() {
    for (String[] words : new String[][] {{"kind=events"}, {"kind=events", "--none"}}) {
      var all = new ArrayList<>(List.of(words));
      all.addAll(List.of("--within", "200ms"));
      Typed expect = expect(all.toArray(String[]::new));
      assertThat(expect.exit()).isEqualTo(Exit.UNREACHABLE);
      assertThat(expect.err()).contains("Nobody receives on this folder");
    }
  }

  @Test
  void writesItsReadyFileOnceNothingCanBeMissed() throws Exception {
    Path ready = folder.resolve("ready.json");
    Files.writeString(ready, "of an earlier run");
    expect("--since", "1d", "--within", "0s", "--ready-file", ready.toString());
    JsonNode line = LineReader.parse(Files.readString(ready));
    assertThat(line.path("type").asString()).isEqualTo("ready");
    assertThat(line.path("after").isNumber()).isTrue();
  }

  @Test
  void refusesWhatMakesNoSense() {
    for (String[] odd :
        new String[][] {
          {"kind=x"},
          {"--since", "soon"},
          {"--since", "1d", "--count", "0"},
          {"--since", "1d", "--none", "--count", "2"},
          {"--within", "0s"},
          {"--within", "soon"},
          {"--after", "-1"},
        }) {
      Typed expect = expect(odd);
      assertThat(expect.exit()).as(String.join(" ", odd)).isEqualTo(Exit.USAGE);
      assertThat(expect.err()).as(String.join(" ", odd)).contains("expected: ");
    }
  }
}
