package webhookinspector.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.feed.LineReader;
import webhookinspector.history.HostileBodies;
import webhookinspector.imports.Shelf;
import webhookinspector.inbox.Marking;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Verdict;

class RedactionTest {

  private static final String BODY =
      """
      {"events": [ {"user":{"gid":"1200000000000007","name":"Ann \\u00c4rger","email":"ann@corp.example"},
        "action":"changed","created_at":"2026-06-12T08:00:00.123Z","resource":{"gid":1200000000000001,
        "resource_type":"task","name":"Merger with Initech","permalink_url":"https://app.asana.com/0/1/2"},
        "parent":{"gid":"1200000000000007"},"change":{"field":"due_on","new_value":{"number":-85000.50e3}},
        "Ann":"Ann","text":["Merger with Initech","Ann \\u00c4rger"]} ] ,"sync":"de4774f6915eae04"}
      """;

  private static final String[] PRIVATE = {
    "Ann",
    "rger",
    "corp",
    "Merger",
    "Initech",
    "1200000000000007",
    "1200000000000001",
    "app.asana",
    "85000",
    "de4774f",
    "canary",
    "example.test",
    "secret plan"
  };

  @TempDir Path folder;

  private static String redacted(String json) {
    var harmful = new Harmful(new Pseudonyms(new byte[32]));
    return JsonRedactor.of(json.getBytes(StandardCharsets.UTF_8), harmful)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("no JSON");
  }

  @Test
  void leavesNothingPrivateAndEveryOtherByte() {
    String redacted = redacted(BODY);
    assertThat(redacted).doesNotContain(PRIVATE);
    assertThat(redacted)
        .startsWith("{\"events\": [ {\"user\":{\"gid\":\"")
        .contains("\"action\":\"changed\",\"created_at\":\"2026-06-12T08:00:00.123Z\"")
        .contains("\"resource_type\":\"task\"", "\"change\":{\"field\":\"due_on\"", "e3}")
        .endsWith("}\n");
    assertThat(redacted.chars().filter(c -> " \n{}[]:,".indexOf(c) >= 0).count())
        .isGreaterThanOrEqualTo(BODY.chars().filter(c -> "\n{}[]".indexOf(c) >= 0).count());
  }

  @Test
  void givesTheSameThingTheSameNameAndDifferentThingsDifferentOnes() {
    var tree = LineReader.parse(redacted(BODY));
    var event = tree.at("/events/0");
    assertThat(event.at("/user/gid").asString()).isEqualTo(event.at("/parent/gid").asString());
    assertThat(event.at("/user/gid").asString()).matches("[1-9][0-9]{15}");
    assertThat(event.at("/resource/gid").asString()).matches("[1-9][0-9]{15}");
    assertThat(event.at("/text/0")).isEqualTo(event.at("/resource/name"));
    assertThat(event.at("/text/1")).isEqualTo(event.at("/user/name"));
    assertThat(event.at("/user/email").asString()).endsWith("@example.invalid");
  }

  @Test
  void neverMakesOneNumberOfTwo() {
    var pseudonyms = new Pseudonyms(new byte[] {1});
    for (int length : new int[] {2, 3, 4}) {
      int from = (int) Math.pow(10, length - 1);
      var seen = new HashSet<String>();
      IntStream.range(from, from * 10)
          .forEach(n -> seen.add(pseudonyms.digits(Integer.toString(n))));
      assertThat(seen).hasSize(9 * from).allMatch(n -> n.length() == length && n.charAt(0) != '0');
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "[1,]",
        "[,]",
        "{,}",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\n\"",
        "01",
        "1.",
        "-",
        "1e",
        "truefalse",
        "nul",
        "{} {}",
        "[\"Ann\" \"Ann\"]",
        "{\"a\":1]",
        "Ann",
        "{\"gid\":Ann}",
        "// Ann\n{}",
        "\u0000{}",
        "[1 2]",
        "{\"a\" 1}",
        "{1:2}"
      })
  void findsOutWhatIsNoJson(String text) {
    assertThat(redacted(text)).isEqualTo("no JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        " [ 0 , -0.5e+7 ] ",
        "\"\"",
        "\ufeff{\"events\":[]}\r\n",
        "12"
      })
  void leavesAloneWhatNamesNothing(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @Test
  void takesEveryHostileBody() {
    for (byte[] body : HostileBodies.all()) {
      var harmful = new Harmful(new Pseudonyms(new byte[32]));
      JsonRedactor.of(body, harmful)
          .ifPresent(other -> assertThat(other.length).isLessThan(4 * body.length + 100));
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void leavesNothingPrivateInAnyFormat(ExportFormat format) {
    try (var shelf = new Shelf(folder, 1).withInbox()) {
      shelf.registry.mark(shelf.received(BODY).id(), new Marking(true, "secret plan"));
      shelf.received(Headers.of("X-Ann", "Ann", "Cookie", "canary"), Body.of("Ann, no JSON"));
      String file = new String(shelf.export(format, true, false), StandardCharsets.UTF_8);
      assertThat(file).doesNotContain(PRIVATE).doesNotContain("ads");
    }
  }

  @Test
  void signsAnewWhatWasAuthenticAndNothingElse() {
    try (var shelf = new Shelf(folder, 1).withInbox()) {
      shelf.received(BODY);
      shelf.received(Headers.of("x-hook-SIGNATURE", "ab".repeat(32)), Body.of(BODY));
      shelf.received(Headers.none(), Body.of(BODY));
      var lines =
          new String(shelf.export(ExportFormat.JSONL, true, false), StandardCharsets.UTF_8)
              .lines()
              .map(LineReader::parse)
              .toList();
      Secret secret = Secret.of(lines.getFirst().path("secret").asString());
      assertThat(lines.subList(1, 4))
          .extracting(line -> verdict(line, secret).word())
          .containsExactly("authentic", "forged", "unsigned");
      assertThat(lines.get(1).path("body")).isEqualTo(lines.get(2).path("body"));
    }
  }

  private static Verdict verdict(tools.jackson.databind.JsonNode line, Secret secret) {
    var headers =
        line.path("headers").values().stream()
            .flatMap(pair -> pair.values().stream())
            .map(text -> text.asString())
            .toArray(String[]::new);
    return Verdict.of(Headers.of(headers), Body.of(line.path("body").asString()), secret);
  }

  @Test
  void namesThingsOtherwiseInEachFile() {
    var random = new Random(3);
    assertThat(new Redaction(random).secret()).isNotEqualTo(new Redaction(random).secret());
    assertThat(new Pseudonyms(new byte[] {1}).text("Ann"))
        .isNotEqualTo(new Pseudonyms(new byte[] {2}).text("Ann"));
  }
}
