package webhookinspector.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.feed.LineReader;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;

class CommandSinkTest {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");
  private static final String HOSTILE = "$(touch pwned) `touch pwned`; touch pwned\n'\"\u001b[2J";

  @TempDir Path folder;

  @Test
  void givesTheAlertOnStandardInputAndNowhereElse() throws Exception {
    var alert = new Alert(NOON, null, "webhook-gone", Level.CRITICAL, HOSTILE);
    sink("cd '" + folder + "' && cat > in; echo \"$0 $*\" > arguments; env > variables")
        .pass(alert);

    assertThat(LineReader.read(Files.readString(folder.resolve("in")).strip()))
        .isEqualTo(Alerts.line(alert));
    assertThat(folder.resolve("pwned")).doesNotExist();
    assertThat(Files.readString(folder.resolve("arguments")) + variables())
        .doesNotContain("webhook-gone")
        .doesNotContain("pwned");
  }

  private String variables() throws IOException {
    return Files.readString(folder.resolve("variables"));
  }

  @Test
  void keepsVariablesFromItThatHoldSecrets() throws Exception {
    new CommandSink("env > '" + folder + "/variables'", Set.of("HOME")).pass(alert());

    assertThat(System.getenv()).containsKeys("HOME", "PATH");
    assertThat(variables().lines())
        .anyMatch(line -> line.startsWith("PATH="))
        .noneMatch(line -> line.startsWith("HOME="));
  }

  @Test
  void tellsThatItEndedBadlyAndItsFirstWords() {
    assertThatThrownBy(() -> sink("cat >/dev/null; echo no such room >&2; exit 7").pass(alert()))
        .isInstanceOf(Sink.NotPassed.class)
        .hasMessageStartingWith("it ended with 7");
  }

  @Test
  void isNotHeldUpByOneThatWritesOrReadsWithoutEnd() throws Exception {
    sink("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2").pass(alert());
    sink("exec 0<&-; exit 0").pass(alert());
  }

  @Test
  void endsOneThatHangsWithAllThatItStarted() throws Exception {
    var sink =
        new CommandSink(
            "sleep 600 & echo $! > '" + folder + "/child'; sleep 600",
            Set.of(),
            Duration.ofSeconds(2));
    assertThatThrownBy(() -> sink.pass(alert()))
        .isInstanceOf(Sink.NotPassed.class)
        .hasMessage("it took longer than 2 s and was ended");

    long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
    await("nothing that it started goes on").until(() -> !runs(child));
  }

  /** One that has ended and waits for somebody to ask how is not running. */
  private static boolean runs(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/stat")).matches("(?s).*\\) [^ZX] .*");
    } catch (IOException gone) {
      return false;
    }
  }

  private static CommandSink sink(String command) {
    return new CommandSink(command, Set.of());
  }

  private static Alert alert() {
    return new Alert(NOON, null, "disk-full", "Make room.");
  }
}
