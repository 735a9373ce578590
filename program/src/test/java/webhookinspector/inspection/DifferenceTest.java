package webhookinspector.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.Difference.Change;
import webhookinspector.inspection.Difference.Part;

class DifferenceTest {

  private static Difference between(String a, String b) {
    return Difference.between(side(a, Headers.none()), side(b, Headers.none()));
  }

  private static Difference.Side side(String body, Headers headers) {
    var judged =
        new Judged(
            new DeliveryId("01J00000000000000000000000"),
            new InboxName("build-board"),
            Source.WEBHOOK,
            new Delivery(Instant.EPOCH, headers, Body.of(body)),
            new Judgement(false, "authentic", "signed with this inbox's secret", true),
            200);
    DeliveryLine line = Inspector.inspect(new Position(1), judged, null, Names.none()).line();
    return new Difference.Side(line, headers, Body.of(body));
  }

  private static List<String> told(Difference difference) {
    return difference.parts().stream()
        .flatMap(part -> part.changes().stream())
        .map(c -> c.what() + " " + c.path() + ": " + c.before() + " -> " + c.after())
        .toList();
  }

  private static String event(String gid, String action, String rest) {
    return "{\"action\":\"%s\",\"resource\":{\"gid\":\"%s\",\"resource_type\":\"task\"}%s}"
        .formatted(action, gid, rest);
  }

  private static String events(String... events) {
    return "{\"events\":[" + String.join(",", events) + "]}";
  }

  @Test
  void saysThatNothingDiffers() {
    Difference difference = between("{\"events\":[]}", "{\"events\":[]}");
    assertThat(difference.same()).isEqualTo("bytes");
    assertThat(difference.firstByte()).isNull();
    assertThat(difference.parts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"a\":1,\"b\":[2]} ~ {\"a\": 1, \"b\": [2]}     ~ blanks                ~ 5",
        "{\"a\":1,\"b\":2}   ~ {\"b\":2,\"a\":1}          ~ order of keys         ~ 2",
        "{\"a\":\"/é\"}      ~ {\"a\":\"\\/\\u00e9\"}     ~ escapes               ~ 6",
        "{\"a\":1}           ~ \ufeff{\"a\":1}            ~ byte order mark       ~ 0",
        "{\"a\":1,\"b\":2}   ~ {\"b\" : 2, \"a\" : 1 }    ~ order of keys, blanks ~ 2",
        "{\"a\":\" x\"}      ~ {\"a\":\"\\u0020x\"}       ~ escapes               ~ 6",
      })
  void saysThatOnlyTheWritingDiffers(String a, String b, String writing, int firstByte) {
    Difference difference = between(a, b);
    assertThat(difference.same()).isEqualTo("meaning");
    assertThat(String.join(", ", difference.writing())).isEqualTo(writing);
    assertThat(difference.firstByte()).isEqualTo(firstByte);
    assertThat(difference.summary()).contains(writing, "from byte " + firstByte);
    assertThat(difference.parts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"n\":1.10} ~ {\"n\":1.1} ~ changed n: 1.10 -> 1.1",
        "{\"n\":1200000000000000001} ~ {\"n\":1200000000000000002} ~ changed n: 1200000000000000001 -> 1200000000000000002",
        "{\"n\":1} ~ {\"n\":\"1\"} ~ changed n: 1 -> \"1\"",
        "{\"n\":null} ~ {} ~ removed n: null -> null",
        "{\"a\":{\"b c\":[1,2]}} ~ {\"a\":{\"b c\":[1,3]}} ~ changed a[\"b c\"][1]: 2 -> 3",
        "[1,2,3] ~ [3,1,2] ~ moved [0]: 2 -> 0",
        "[1,2,3,4] ~ [1,9,3] ~ changed [1]: 2 -> 9|removed [3]: 4 -> null",
        "{} ~ [] ~ changed : {} -> []",
        "[{\"gid\":\"1\",\"x\":1},{\"gid\":\"2\"}] ~ [{\"gid\":\"2\"},{\"gid\":\"1\",\"x\":2}] ~ moved [1]: 0 -> 1|changed [1].x: 1 -> 2",
      })
  void namesEveryPlace(String a, String b, String expected) {
    assertThat(String.join("|", told(between(a, b)))).isEqualTo(expected);
  }

  @Test
  void matchesEventsByWhatTheyAreAboutAndNotByTheirPlace() {
    String kept = event("1", "changed", ",\"change\":{\"field\":\"name\"}");
    Difference difference =
        between(
            events(
                kept,
                event("2", "added", ",\"created_at\":\"2026-06-12T08:00:00Z\""),
                event("3", "deleted", "")),
            events(
                event("9", "added", ""),
                kept,
                event("2", "added", ",\"created_at\":\"2026-06-12T08:00:01Z\"")));
    assertThat(difference.parts())
        .extracting(Part::what)
        .containsExactly("added", "changed", "removed");
    assertThat(difference.parts())
        .extracting(Part::a, Part::b)
        .containsExactly(tuple(null, 0), tuple(1, 2), tuple(2, null));
    assertThat(difference.parts().get(1).changes())
        .containsExactly(
            new Change(
                "changed", "created_at", "\"2026-06-12T08:00:00Z\"", "\"2026-06-12T08:00:01Z\""));
    assertThat(difference.parts().get(1).title()).isEqualTo("Asana created task 2");
    assertThat(difference.unchanged()).isEqualTo(1);
    assertThat(difference.summary())
        .isEqualTo("Events: 1 changed, 1 only in the first, 1 only in the second, 1 alike.");
  }

  @Test
  void tellsWhatStandsBesideTheEvents() {
    Difference difference = between("{\"events\":[],\"v\":1}", "{\"events\":[],\"v\":2}");
    assertThat(difference.parts()).extracting(Part::title).containsExactly("Beside the events");
    assertThat(told(difference)).containsExactly("changed v: 1 -> 2");
  }

  @Test
  void comparesBytesWhereAKeyStandsTwice() {
    Difference difference = between("{\"a\":1,\"a\":2}", "{\"a\":2}");
    assertThat(difference.same()).isEqualTo("none");
    assertThat(difference.summary()).contains("first body", "a key stands twice");
    assertThat(told(difference)).containsExactly("removed from byte 5: 1,\"a\": -> null");
  }

  @Test
  void comparesWhatIsNoJsonAtWholeCharacters() {
    Difference difference = between("name: Jörg.", "name: J\u00e4rg.");
    assertThat(told(difference)).containsExactly("changed from byte 7: ö -> ä");
  }

  @Test
  void comparesHeadersByNameInAnyCase() {
    var a = side("", Headers.of("X-Hook-Signature", "abc", "Accept", "*/*", "A", "1", "A", "2"));
    var b = side("", Headers.of("x-hook-signature", "abd", "accept", "*/*", "A", "1"));
    assertThat(Difference.between(a, b).headers())
        .containsExactly(
            new Change(
                "changed", "x-hook-signature", "X-Hook-Signature: abc", "x-hook-signature: abd"),
            new Change("changed", "accept", "Accept: */*", "accept: */*"),
            new Change("removed", "A", "2", null));
  }

  @Test
  void staysQuickAndSmallWithHostileBodies() {
    String a = "[".repeat(190) + "1" + ",{\"k\":2}".repeat(100_000) + "]".repeat(190);
    String b = "[".repeat(190) + "2" + ",{\"k\":3}".repeat(100_000) + "]".repeat(190);
    long start = System.nanoTime();
    for (String[] pair :
        List.of(
            new String[] {a, b},
            new String[] {a.substring(1), b},
            new String[] {alikeHashes(1), alikeHashes(2)},
            new String[] {shuffled(1), shuffled(2)},
            new String[] {"[".repeat(500_000), "[".repeat(499_999)})) {
      Difference difference = between(pair[0], pair[1]);
      assertThat(difference.same()).isEqualTo("none");
      assertThat(told(difference)).hasSizeBetween(1, Difference.MOST);
    }
    assertThat(System.nanoTime() - start).as("5 pairs of large bodies").isLessThan(20_000_000_000L);
  }

  /** Keys whose hash codes are all the same. */
  private static String alikeHashes(int value) {
    var text = new StringBuilder("{\"\":0");
    for (int i = 0; i < 1 << 14; i++) {
      text.append(",\"");
      for (int bit = 0; bit < 14; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append("\":").append(value);
    }
    return text.append('}').toString();
  }

  private static String shuffled(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder("[0");
    for (int i = 0; i < 100_000; i++) {
      text.append(',').append(random.nextInt(100_000));
    }
    return text.append(']').toString();
  }
}
