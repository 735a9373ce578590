package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the configuration file, and how mistakes in it are told. */
class ConfigFileTest {

  @TempDir Path folder;

  @Test
  void addsTheOptionsOfTheCommandThatWasTyped() throws IOException {
    write("[serve]\nreceiver-port = 9000\n[listen]\nreceiver-port = 9001\nkeep = true\n");
    assertThat(completed("serve", "--admin-port", "1"))
        .containsExactly("serve", "--receiver-port=9000", "--admin-port", "1");
    assertThat(completed("listen", "12"))
        .containsExactly("listen", "--receiver-port=9001", "--keep", "12");
  }

  @Test
  void letsWhatWasTypedWin() throws IOException {
    write("[serve]\nreceiver-port = 9000\n");
    assertThat(completed("serve", "--receiver-port=1"))
        .containsExactly("serve", "--receiver-port=1");
    assertThat(completed("serve", "--receiver-port", "1"))
        .containsExactly("serve", "--receiver-port", "1");
  }

  @Test
  void givesWhatStandsAboveAllTablesToWhoeverKnowsIt() throws IOException {
    write("data = \"/srv/data\"\n[list]\ndata = \"/other\"\n");
    assertThat(completed("show", "01")).containsExactly("show", "--data=/srv/data", "01");
    assertThat(completed("list")).containsExactly("list", "--data=/other");
    assertThat(completed("sign", "--secret-file", "f"))
        .containsExactly("sign", "--secret-file", "f");
  }

  @Test
  void leavesOutAFlagThatIsFalseAndTakesEachValueOfAList() throws IOException {
    write("[listen]\nkeep = false\nfilter = [\"action=added\", \"action=removed\"]\n");
    assertThat(completed("listen", "12"))
        .containsExactly("listen", "--filter=action=added", "--filter=action=removed", "12");
  }

  @Test
  void knowsTheCommandsOfACommand() throws IOException {
    write("[webhooks.create]\ndata = \"x\"\n");
    assertThat(completed("--debug", "webhooks", "create", "12"))
        .containsExactly("--debug", "webhooks", "create", "--data=x", "12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[serve]\nreciever-port = 1|receiver-port",
        "[serve]\nreceiver_port = 1|receiver-port",
        "[serve]\nadmin-prt = 1|admin-port",
        "[serve]\npublicurl = \"x\"|public-url",
        "[serve]\npublic-uri = \"x\"|public-url",
        "[serve]\ntunel = \"x\"|tunnel",
        "[serve]\nready-fil = \"x\"|ready-file",
        "[serve]\ndta = \"x\"|data",
        "[serve]\nouput = \"x\"|output",
        "[serve]\ntoken-flie = \"x\"|token-file",
        "[listen]\nkeeep = true|keep",
        "[listen]\nfiltr = \"x\"|filter",
        "[list]\nlimt = 1|limit",
        "[simulate]\nclock-sped = 1|clock-speed",
        "[simulate]\nsede = 1|seed",
        "[sevre]\ndata = \"x\"|serve",
        "[webhoks]\ndata = \"x\"|webhooks",
        "[webhooks.crate]\ndata = \"x\"|create",
        "dat = \"x\"|data",
        "receiver-prot = 1|receiver-port"
      })
  void refusesAKeyThatNobodyHasAndSaysWhichWasMeant(String line) throws IOException {
    String[] parts = line.split("\\|", -1);
    write(parts[0].replace("\"x\"", "\"do-not-print-me\""));
    Typed typed = Typed.line("list", "--config", file().toString());
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err())
        .contains("(expected: " + parts[1] + "?)")
        .doesNotContain("do-not-print-me");
  }

  @Test
  void namesTheLineOfAMistakeInTheWritingAndQuotesNothing() throws IOException {
    write("[serve]\ndata = do-not-print-me\n");
    Typed typed = Typed.line("list", "--config", file().toString());
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains("line 2").doesNotContain("do-not-print-me");
  }

  @Test
  void refusesANamedFileThatIsNotThere() {
    Typed typed = Typed.line("list", "--config=" + folder.resolve("none.toml"));
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains("none.toml: no such file");
  }

  @Test
  void saysWhereAnOptionCameFromThatNobodyTyped() throws IOException {
    write("[serve]\nreceiver-port = \"many\"\n");
    Typed typed = Typed.line("serve", "--config", file().toString());
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains("--receiver-port").contains(file().toString());
  }

  @Test
  void understandsTheExampleOfItsPage() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("project.root"), "docs", "configuration.md"));
    write(page.substring(page.indexOf("```toml\n") + 8, page.indexOf("\n```\n")));
    assertThat(completed("listen", "12"))
        .contains(
            "--tunnel=ngrok", "--filter=resource_type=story", "--data=/srv/webhook-inspector");
  }

  private List<String> completed(String... typed) {
    ConfigFile config = ConfigFile.find(Typed.surroundings(), Optional.of(file())).orElseThrow();
    return Stream.of(Configured.words(MannersTest.commandLine(), config, typed)).toList();
  }

  private Path file() {
    return folder.resolve("config.toml");
  }

  private void write(String toml) throws IOException {
    Files.writeString(file(), toml);
  }
}
