package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import webhookinspector.feed.LineReader;
import webhookinspector.replay.ReplayTarget;
import webhookinspector.trust.Secret;

/** Sets and edits, against a folder that nobody holds. */
class ReplayManyCommandTest {

  @TempDir static Path folder;

  private final ReplayTarget target = new ReplayTarget();

  @BeforeAll
  static void arrive() {
    Filled.folder(folder.resolve("data"), 9);
  }

  @AfterEach
  void stop() {
    target.close();
  }

  private static String[] words(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    return all.toArray(String[]::new);
  }

  private Typed replay(String... words) {
    return replayIn(Map.of(), words);
  }

  private Typed replayIn(Map<String, String> environment, String... words) {
    var all = new ArrayList<>(List.of("replay", "--to", target.address()));
    all.addAll(List.of(words));
    return Typed.in(environment, words(all.toArray(String[]::new)));
  }

  private static List<JsonNode> lines(String json) {
    return json.lines().map(LineReader::parse).toList();
  }

  private static List<String> kept(String filter) {
    Typed list = Typed.line(words("list", filter, "--output", "json"));
    return lines(list.out()).stream().map(line -> line.path("id").asString()).toList();
  }

  @Test
  void sendsAllThatMatchInTheOrderInWhichTheyCame() {
    Typed replay = replay("--where", "kind=events", "--speed", "100");
    assertThat(replay.exit()).as(replay.err()).isZero();
    assertThat(target.deliveries()).isEqualTo(kept("kind=events")).hasSizeGreaterThan(2);
    assertThat(replay.out())
        .startsWith("Sent " + target.got().size() + " of " + target.got().size())
        .contains("all taken")
        .contains("p50", "p95", "p99")
        .contains("  200 ");
  }

  @Test
  void tellsEachAttemptAndTheSummaryInJson() {
    target.answers(number -> number == 2 ? 500 : 200);
    Typed replay = replay("--since", "1d", "--output", "json", "--concurrency", "1");
    assertThat(replay.exit()).isEqualTo(Exit.NO);
    List<JsonNode> lines = lines(replay.out());
    JsonNode last = lines.getLast();
    assertThat(lines.subList(0, lines.size() - 1))
        .hasSize(target.got().size())
        .allMatch(line -> line.path("type").asString().equals("attempt"))
        .allMatch(line -> line.path("replay").equals(last.path("id")));
    assertThat(last.path("type").asString()).isEqualTo("replay");
    assertThat(last.path("leftOut").asInt()).as("the handshake").isEqualTo(1);
    assertThat(last.path("taken").asInt()).isEqualTo(target.got().size() - 1);
  }

  @Test
  void sendsThoseThatAreNamed() {
    Typed replay = replay("3", kept("").get(1), "#3");
    assertThat(replay.exit()).as(replay.err()).isZero();
    assertThat(target.deliveries()).isEqualTo(kept("").subList(1, 3));
  }

  @Test
  void shufflesTheSameWayForTheSameSeed() {
    replay("--where", "kind=events", "--shuffle", "--seed", "5");
    List<String> first = target.deliveries();
    target.forget();
    Typed again = replay("--where", "kind=events", "--shuffle", "--seed", "5");
    assertThat(target.deliveries()).isEqualTo(first).isNotEqualTo(kept("kind=events"));
    assertThat(again.out()).contains("--seed 5");
  }

  @Test
  void onlySaysWhatADryRunWouldSend() {
    Typed replay = replay("--where", "kind=events", "--dry-run", "--speed", "1");
    assertThat(replay.exit()).isZero();
    assertThat(replay.out())
        .startsWith(
            "Would send " + kept("kind=events").size() + " deliveries to " + target.address());
    assertThat(target.got()).isEmpty();
  }

  @Test
  void saysNoWhenNothingMatches() {
    Typed replay = replay("--where", "action=nothing-of-that-kind");
    assertThat(replay.exit()).isEqualTo(Exit.NO);
    assertThat(replay.out()).startsWith("Nothing matches");
  }

  @Test
  void refusesWhatMakesNoSense() {
    for (String[] odd :
        new String[][] {
          {},
          {"2", "--where", "kind=events"},
          {"2", "3", "--edit"},
          {"--where", "kind=x"},
          {"--where", "kind=events", "--speed", "0"},
          {"--where", "kind=events", "--concurrency", "9999"},
          {"2", "--sign", "mine"},
        }) {
      assertThat(replay(odd).exit()).as(String.join(" ", odd)).isEqualTo(Exit.USAGE);
    }
    assertThat(replay("--where", "kind=x").err()).contains("position 6");
    assertThat(target.got()).isEmpty();
  }

  private static Map<String, String> editor(String script) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Path file = Files.createTempFile(folder, "editor", ".sh", mode);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    return Map.of("VISUAL", file.toString(), "EDITOR", "false");
  }

  @Test
  void sendsWhatTheEditorMadeOfItCompactAndSignedAnew() throws IOException {
    Typed replay =
        replayIn(
            editor("sed -i 's/\"events\": \\[/\"events\": [ {\"a\": \"b  c\"},/' \"$1\""),
            kept("kind=events").getFirst(),
            "--edit",
            "--sign",
            "throw-away");
    assertThat(replay.exit()).as(replay.err()).isZero();
    ReplayTarget.Got got = target.got().getFirst();
    assertThat(got.body().text()).startsWith("{\"events\":[{\"a\":\"b  c\"},{\"");
    assertThat(got.marker()).endsWith("; signed-anew; edited");
    String secret = replay.err().replaceFirst("(?s).*alone: ([0-9a-f]{64}).*", "$1");
    assertThat(got.isSignedWith(Secret.of(secret))).isTrue();
    assertThat(replay.out()).contains("sent changed: answered 200");
  }

  @Test
  void sendsTheVeryBytesWhereTheEditorChangedNothing() throws IOException {
    for (String form : List.of("--edit", "--edit --raw")) {
      target.forget();
      Typed replay =
          replayIn(editor("printf '\\n' >> \"$1\""), ("2 --sign throw-away " + form).split(" "));
      assertThat(replay.exit()).as(replay.err()).isZero();
      assertThat(replay.err()).contains("Nothing was changed");
      JsonNode line = lines(Typed.line(words("show", "2", "--output", "json")).out()).getFirst();
      assertThat(target.got().getFirst().body().sha256())
          .isEqualTo(line.path("delivery").path("sha256").asString());
    }
  }

  @Test
  void sendsNothingWhereTheEditorFails() throws IOException {
    assertThat(replayIn(editor("exit 1"), "2", "--edit", "--sign", "throw-away").exit())
        .isEqualTo(Exit.UNREACHABLE);
    assertThat(replayIn(editor(": > \"$1\""), "2", "--edit", "--sign", "throw-away").exit())
        .isEqualTo(Exit.USAGE);
    assertThat(target.got()).isEmpty();
  }

  @Test
  void signsAnEditedBodyWithTheSecretOfItsInboxAndDoesNotShowIt() throws IOException {
    Typed replay = replayIn(editor("sed -i 's/completed/due_on/' \"$1\""), "3", "--edit");
    assertThat(replay.exit()).as(replay.err()).isZero();
    assertThat(target.got().getFirst().isSignedWith(Filled.SECRET)).isTrue();
    assertThat(replay.err())
        .contains(
            "Signed with the secret of inbox board (fingerprint " + Filled.SECRET.fingerprint())
        .doesNotContain(Filled.SECRET.reveal());
    assertThat(replay.out()).doesNotContain(Filled.SECRET.reveal());
  }

  @Test
  void doesNotLetAnybodyEditWhatCannotBeSigned() throws IOException {
    Typed replay = replayIn(editor("touch " + folder.resolve("opened")), "11", "--edit");
    assertThat(replay.exit()).isEqualTo(Exit.USAGE);
    assertThat(replay.err()).startsWith("sign: own: inbox gone has no secret");
    assertThat(folder.resolve("opened")).doesNotExist();
  }
}
