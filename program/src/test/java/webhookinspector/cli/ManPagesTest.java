package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Manual pages and completion say what the help says. */
class ManPagesTest {

  static Stream<CommandLine> commands() {
    return MannersTest.commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void haveEveryOptionAndNothingThatAMacroCouldTakeForItself(CommandLine command) {
    String page = ManPages.page(command);
    assertThat(command.getCommandSpec().options())
        .allSatisfy(option -> assertThat(page).contains(option.longestName().replace("-", "\\-")));
    assertThat(page.lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|TP|nf|fi)( .*)?"));
    assertThat(page).contains(".SH NAME", ".SH EXAMPLE", ".SH EXIT STATUS");
  }

  @Test
  void letTheShellFinishCommandsAndOptions() {
    Typed typed = Typed.line("completion", "bash");
    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).contains("complete -F", "webhooks", "--receiver-port");
  }

  /** Words in single quotes, in which a backslash takes the next character as it is. */
  private static final Pattern FISH_LINE =
      Pattern.compile(
          "complete -c inspector( -n 'Q')?( -f| -[a-zA-Z] [A-Za-z0-9-]+| -[rxF]| -a 'Q')+( -d 'Q')?"
              .replace("Q", "(?:[^'\\\\]|\\\\.)*"));

  @Test
  void letFishFinishCommandsAndOptions() {
    List<String> lines = Typed.line("completion", "fish").out().lines().skip(1).toList();
    assertThat(lines).allMatch(line -> FISH_LINE.matcher(line).matches());
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith("complete -c inspector -n '__fish_use_subcommand' -f -a demo -d '"))
        .anyMatch(line -> line.contains("from webhooks; and not") && line.contains("-a create"))
        .anyMatch(line -> line.contains("from export' ") && line.contains("-x -a 'jsonl har"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void letFishFinishEachOption(CommandLine command) {
    String script = Typed.line("completion", "fish").out();
    String name = command.getCommandName();
    assertThat(command.getCommandSpec().options())
        .filteredOn(option -> !option.hidden() && !name.equals("inspector"))
        .allSatisfy(
            option ->
                assertThat(script.lines())
                    .anyMatch(
                        line ->
                            line.contains("__fish_seen_subcommand_from " + name)
                                && line.contains(
                                    " -l " + option.longestName().replaceFirst("^--", ""))));
  }
}
