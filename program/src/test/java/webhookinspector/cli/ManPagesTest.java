package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
}
