package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import webhookinspector.app.Surroundings;

/** What every command has in common. */
class MannersTest {

  @Test
  void showsThreeCommandsToTryWhenNothingIsTyped() {
    Typed typed = Typed.line();
    assertThat(typed.exit()).isZero();
    assertThat(typed.out().lines().skip(1).filter(line -> line.startsWith("  inspector ")).limit(3))
        .hasSize(3);
  }

  @Test
  void refusesAnUnknownOptionWithoutRepeatingItsValue() {
    Typed typed = Typed.line("sign", "--secret=do-not-print-me");
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains("--secret").doesNotContain("do-not-print-me");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    Typed typed = Typed.line("verfy");
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains("verify");
  }

  @Test
  void suggestsTheOptionThatWasMeant() {
    assertThat(Typed.line("sign", "--secretfile", "x").err()).contains("--secret-file");
  }

  @Test
  void makesControlsFromOutsideVisible() {
    assertThat(Typed.line("\u001b]52;c;x\u0007").err())
        .doesNotContain("\u001b")
        .contains("\\u001b");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void endsItsHelpWithAnExampleThatItUnderstands(CommandLine command) {
    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    List<String> example = example(help);
    assertThat(help).as(help).contains("Example:" + System.lineSeparator() + "  inspector ");
    CommandLine fresh = commandLine();
    CommandLine.ParseResult parsed = fresh.parseArgs(example.toArray(String[]::new));
    assertThat(parsed.errors()).isEmpty();
  }

  @Test
  void callsEachCommandAsItCallsItself() {
    assertThat(commandLine().getSubcommands())
        .allSatisfy(
            (name, command) ->
                assertThat(command.getCommandSpec().commandLine().getCommandName())
                    .isEqualTo(
                        command
                            .getCommandSpec()
                            .userObject()
                            .getClass()
                            .getAnnotation(CommandLine.Command.class)
                            .name())
                    .isEqualTo(name));
  }

  static Stream<CommandLine> commands() {
    var all = new ArrayList<CommandLine>();
    collect(commandLine(), all);
    return all.stream();
  }

  private static void collect(CommandLine line, List<CommandLine> all) {
    all.add(line);
    line.getSubcommands().values().forEach(sub -> collect(sub, all));
  }

  private static List<String> example(String help) {
    String words = help.substring(help.indexOf("Example:") + "Example:".length());
    return Arrays.stream(words.strip().split("[\\s\\\\]+"))
        .skip(1)
        .map(word -> word.replace("'", ""))
        .toList();
  }

  static CommandLine commandLine() {
    InputStream in = new ByteArrayInputStream(new byte[0]);
    var nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return Commands.over(
        new Console(
            Surroundings.ofThisProcess(), in, OutputStream.nullOutputStream(), nowhere, nowhere));
  }
}
