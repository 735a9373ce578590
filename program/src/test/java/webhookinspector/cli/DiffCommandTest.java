package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineReader;

/** Against a folder that the demo has filled. */
class DiffCommandTest {

  @TempDir static Path folder;
  private static List<JsonNode> told;

  @BeforeAll
  static void arrive() {
    String[] demo = {"demo", "--for", "4s", "--receiver-port", "0", "--admin-port", "0"};
    assertThat(typed(demo).exit()).isZero();
    Typed list = typed("list", "kind=events", "--output", "json");
    told = list.out().lines().map(LineReader::parse).toList();
    assertThat(told.size()).isGreaterThan(4);
  }

  private static Typed typed(String... words) {
    var all = new java.util.ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    return Typed.line(all.toArray(String[]::new));
  }

  private static String number(int of) {
    return told.get(of).path("position").asString();
  }

  @Test
  void tellsWhatDiffersFromTheFirstToTheSecond() {
    Typed diff = typed("diff", number(0), number(1));
    assertThat(diff.exit()).as(diff.err()).isZero();
    assertThat(diff.out())
        .startsWith("first   #" + number(0))
        .contains("second  #" + number(1), "Events: ", "Headers\n  ~ X-Hook-Signature  ");
    assertThat(diff.out().lines()).anyMatch(line -> line.startsWith("- "));
    assertThat(diff.out().lines()).anyMatch(line -> line.startsWith("+ "));
  }

  @Test
  void tellsTheSameAsJson() {
    JsonNode diff = LineReader.parse(typed("diff", number(0), number(1), "--output", "json").out());
    assertThat(diff.path("a").path("id")).isEqualTo(told.get(0).path("id"));
    assertThat(diff.path("b").path("id")).isEqualTo(told.get(1).path("id"));
    assertThat(diff.path("same").asString()).isEqualTo("none");
  }

  @Test
  void comparesWithItselfAndFindsNothing() {
    assertThat(typed("diff", number(0), number(0)).out()).contains("the same, byte for byte");
  }

  @Test
  void takesTheOneBeforeAboutTheSameThing() {
    Typed diff = typed("diff", number(told.size() - 1));
    assertThat(diff.exit()).isIn(Exit.OK, Exit.NO);
    assertThat(diff.out() + diff.err()).containsAnyOf("first   #", "is the first about its");
    assertThat(typed("diff", number(0)).err()).contains("is the first about its resource");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThat(typed("diff", number(0), "999999").exit()).isEqualTo(Exit.NO);
    assertThat(typed("diff").exit()).isEqualTo(Exit.USAGE);
  }
}
