package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import webhookinspector.delivery.Body;
import webhookinspector.feed.LineReader;

/** Against a folder that the demo has filled. */
class ListAndShowTest {

  @TempDir static Path folder;
  private static List<String> told;

  @BeforeAll
  static void arrive() {
    Typed demo =
        Typed.line(
            "demo",
            "--for",
            "4s",
            "--output",
            "json",
            "--data",
            data(),
            "--receiver-port",
            "0",
            "--admin-port",
            "0");
    assertThat(demo.exit()).as(demo.err()).isZero();
    told = demo.out().lines().skip(1).toList();
    assertThat(told.size()).isGreaterThan(5);
  }

  private static String data() {
    return folder.resolve("data").toString();
  }

  private static Typed typed(String... words) {
    var all = new java.util.ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data()));
    return Typed.line(all.toArray(String[]::new));
  }

  @Test
  void listsExactlyWhatTheDemoTold() {
    Typed list = typed("list", "--output", "json");
    assertThat(list.exit()).isZero();
    assertThat(list.err()).isEmpty();
    assertThat(ids(list.out().lines().toList())).isEqualTo(ids(told));
  }

  private static List<String> ids(List<String> lines) {
    return lines.stream()
        .map(line -> LineReader.parse(line).path("id").asString())
        .distinct()
        .toList();
  }

  @Test
  void listsForPeopleWithDayAndZone() {
    Typed list = typed("list", "--limit", "3");
    assertThat(list.out()).startsWith("── ").contains("times in UTC", "✓ authentic", "answer");
    assertThat(list.out().lines().filter(line -> line.contains("✓ "))).hasSize(3);
    assertThat(list.err()).contains("The newest 3", "--before ");
  }

  @Test
  void pagesAndFilters() {
    assertThat(ids(typed("list", "--output", "json", "--before", "3").out().lines().toList()))
        .isEqualTo(ids(told).subList(0, 2));
    Typed heartbeats = typed("list", "kind=heartbeat", "--output", "json");
    assertThat(heartbeats.out().lines()).hasSize(1).allMatch(line -> line.contains("heartbeat"));
    Typed nothing = typed("list", "kind=junk", "verdict=authentic");
    assertThat(nothing.exit()).isZero();
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err()).contains("Nothing matches.");
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThat(typed("list", "colour=red").exit()).isEqualTo(Exit.USAGE);
    assertThat(typed("list", "--limit", "0").err()).isEqualTo("limit: 0 (expected: 1 to 100000)\n");
  }

  @Test
  void showsADeliveryByNumberIdAndStartOfAnId() {
    String id = ids(told).get(2);
    Typed byNumber = typed("show", "3");
    assertThat(byNumber.exit()).as(byNumber.err()).isZero();
    assertThat(byNumber.out())
        .contains("delivery   " + id + ", number 3", "verdict    authentic: signed with")
        .contains("What happened", "Headers, as they came", "  X-Hook-Signature: ")
        .contains("Body, laid out for reading (the bytes that came: inspector show 3 --raw");
    assertThat(typed("show", "#3").out()).isEqualTo(byNumber.out());
    assertThat(typed("show", id).out()).isEqualTo(byNumber.out());
    assertThat(typed("show", id.substring(0, 20)).out()).isEqualTo(byNumber.out());
  }

  @Test
  void writesTheBytesThatCameAndNothingElse() {
    JsonNode line = LineReader.parse(told.get(2));
    Body raw = typed("show", "3", "--raw").raw();
    assertThat(raw.size()).isEqualTo(line.path("size").asInt());
    assertThat(raw.sha256()).isEqualTo(line.path("sha256").asString());
  }

  @Test
  void showsTheWholeOfItAsJson() {
    JsonNode whole = LineReader.parse(typed("show", "3", "--output", "json").out());
    assertThat(whole.path("delivery").path("position").asInt()).isEqualTo(3);
    assertThat(whole.path("headers").size()).isPositive();
    assertThat(whole.path("bodyBase64").asString()).isNotEmpty();
  }

  @Test
  void pinsAndNotesADeliveryAndLetsItGo() {
    Typed pinned = typed("pin", "2", "--note", "why a Köln twice?");
    assertThat(pinned.out())
        .isEqualTo("#2 " + ids(told).get(1) + " is pinned, noted: why a Köln twice?\n");
    assertThat(typed("show", "2").out()).contains("pinned     yes\nnote       why a Köln twice?\n");
    assertThat(ids(typed("list", "pinned=yes", "KÖLN", "--output", "json").out().lines().toList()))
        .containsExactly(ids(told).get(1));
    assertThat(typed("pin", "2", "--off").out()).contains("is not pinned, noted: why");
    typed("pin", "2", "--off", "--note", "");
    assertThat(typed("show", "2").out()).doesNotContain("pinned", "note  ");
    assertThat(typed("pin", "999999").exit()).isEqualTo(Exit.NO);
  }

  @Test
  void listsBySavedFilter() {
    assertThat(typed("filters", "save", "alive now", "kind=heartbeat", "or", "kind=junk").out())
        .isEqualTo("alive now: kind=heartbeat or kind=junk\n");
    assertThat(typed("list", "--saved", "alive now", "verdict=authentic", "--output", "json").out())
        .isEqualTo(typed("list", "kind=heartbeat", "--output", "json").out());
    assertThat(typed("filters", "save", "odd", "colour=red").exit()).isEqualTo(Exit.USAGE);
    assertThat(typed("filters", "list").out())
        .isEqualTo("alive now: kind=heartbeat or kind=junk\n");
    assertThat(typed("filters", "remove", "alive now").exit()).isZero();
    assertThat(typed("list", "--saved", "alive now").err())
        .contains(
            "filter: alive now (expected: the name of a saved one)", "inspector filters list");
  }

  @Test
  void saysThatThereIsNoSuchDelivery() {
    for (String name : List.of("999999", "01ZZZZ", "nonsense")) {
      Typed typed = typed("show", name);
      assertThat(typed.exit()).isEqualTo(Exit.NO);
      assertThat(typed.err()).contains("delivery: " + name, "inspector list");
    }
    assertThat(typed("show", "0").exit()).as("the start of every id").isEqualTo(Exit.USAGE);
  }
}
