package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** docs/commands.md is what the commands say about themselves, word for word. */
class CommandsPageTest {

  private static final String HEAD =
      """
      # Commands

      Every text below is printed by `inspector COMMAND --help`. Generated: after a change, run
      `./dev quick program CommandsPageTest` and copy `program/target/commands.md` over this file.

      """;

  @Test
  void isUpToDate() throws IOException {
    String page =
        HEAD + MannersTest.commands().map(this::section).collect(Collectors.joining("\n"));
    Files.writeString(Path.of("target", "commands.md"), page);
    Path kept = Path.of(System.getProperty("project.root"), "docs", "commands.md");
    assertThat(page)
        .as("cp program/target/commands.md docs/commands.md")
        .isEqualTo(Files.readString(kept));
  }

  private String section(CommandLine command) {
    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing();
    return "## " + command.getCommandSpec().qualifiedName() + "\n\n```text\n" + help + "\n```\n";
  }
}
