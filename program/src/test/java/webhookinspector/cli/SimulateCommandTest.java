package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.faults.Fault;
import webhookinspector.faults.Scenario;

class SimulateCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --fault=lsot          | fault: lsot (expected: one of lost,
          --fault=lost:often    | probability: often (expected: above 0 to 1)
          --fault=lost,by=PT1S  | by: PT1S (expected: none for lost)
          --scenario=rain       | scenario: rain (expected: one of laptop-asleep-for-a-night,
          """)
  void refusesFaultsThatItDoesNotKnow(String option, String message) {
    Typed typed = Typed.line("simulate", option);
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains(message).doesNotContain("Exception");
    assertThat(typed.out()).isEmpty();
  }

  @Test
  void takesAsManyFaultsAndScenariosAsAreGiven() {
    var command =
        (SimulateCommand)
            MannersTest.commandLine()
                .parseArgs(
                    "simulate",
                    "--fault",
                    "late:0.1,by=PT20M,on=events",
                    "--fault=lost-answer,on=POST /webhooks",
                    "--scenario",
                    "rate-limited")
                .subcommand()
                .commandSpec()
                .userObject();
    assertThat(command.allFaults())
        .extracting(Fault::text)
        .startsWith("late:0.1,by=PT20M,on=events", "lost-answer")
        .hasSize(2 + Scenario.named("rate-limited").faults().size());
  }
}
