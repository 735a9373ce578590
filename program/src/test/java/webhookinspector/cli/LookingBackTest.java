package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineReader;

/** The commands that look back, against a folder that the demo has filled. */
class LookingBackTest {

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

  @Test
  void findsWordsAndShowsWhereTheyStand() {
    Typed search = typed("search", "CREATED_at", "--limit", "2");
    assertThat(search.exit()).as(search.err()).isZero();
    assertThat(search.out()).contains("body", "»created_at«");
    assertThat(search.out().lines().filter(line -> line.startsWith("#"))).hasSize(2);
    assertThat(search.err()).contains("The newest 2", "--before ");
    assertThat(typed("search", "task “", "--where", "kind=events").out()).contains("»task “«");
    assertThat(typed("search", "no such words").exit()).isEqualTo(Exit.NO);
    JsonNode hit =
        LineReader.parse(
            typed("search", "added task", "--output", "json").out().lines().findFirst().get());
    assertThat(hit.path("type").asString()).isEqualTo("delivery");
    assertThat(hit.path("excerpts").path(0).path("in").asString()).isEqualTo("sentence");
  }

  @Test
  void namesTheMistakeInAFilterWhereItWasTyped() {
    Typed odd = typed("search", "task", "--where", "kind=events actoin=changed");
    assertThat(odd.exit()).isEqualTo(Exit.USAGE);
    assertThat(odd.err()).contains("position 13: actoin", "did you mean action?");
  }

  @Test
  void tellsTheStoryOfAThingByNumberNameAndGid() {
    Typed byNumber = typed("timeline", number(0));
    assertThat(byNumber.exit()).as(byNumber.err()).isZero();
    assertThat(byNumber.out()).startsWith("task “").contains(" events", "  ● ", "#" + number(0));
    JsonNode json = LineReader.parse(typed("timeline", number(0), "--output", "json").out());
    String gid = json.at("/resource/gid").asString();
    String name = json.at("/resource/name").asString();
    assertThat(typed("timeline", gid).out()).isEqualTo(byNumber.out());
    assertThat(typed("timeline", name).exit()).isIn(Exit.OK, Exit.USAGE);
    assertThat(json.at("/entries/0/told/0/delivery").asString()).isNotEmpty();
  }

  @Test
  void pagesBackThroughAStory() {
    JsonNode one =
        LineReader.parse(typed("timeline", number(0), "--limit", "1", "--output", "json").out());
    Typed older = typed("timeline", number(0), "--before", one.path("older").asString());
    assertThat(older.exit()).as(older.err()).isZero();
    assertThat(older.out().lines().filter(line -> line.contains("●")).count())
        .isEqualTo(one.path("events").asLong(0) - 1);
    assertThat(typed("timeline", number(0), "--before", "x").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void asksBackWhenSeveralThingsMayBeMeant() {
    Typed many = typed("timeline", "a");
    assertThat(many.exit()).isEqualTo(Exit.USAGE);
    assertThat(many.err()).contains("may be more than one", "task “");
    assertThat(typed("timeline", "nothing of that name").exit()).isEqualTo(Exit.NO);
  }
}
