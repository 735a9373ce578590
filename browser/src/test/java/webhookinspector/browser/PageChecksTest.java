package webhookinspector.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import webhookinspector.checks.Check;
import webhookinspector.checks.Checks;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** Every check of {@code ./dev check page-…}, at its small size. */
class PageChecksTest {

  @TestFactory
  Stream<DynamicTest> holds() {
    return PageChecks.ALL.stream()
        .map(check -> DynamicTest.dynamicTest(check.name(), () -> demand(check)));
  }

  private static void demand(Check check) throws Exception {
    Outcome outcome = Checks.run(check, Size.QUICK);
    System.out.println(check.name() + ": " + outcome.state() + ", " + outcome.numbers());
    if (outcome.state() == Outcome.State.SKIP) {
      abort(outcome.numbers());
    }
    assertThat(outcome.state()).as(outcome.numbers()).isEqualTo(Outcome.State.PASS);
  }
}
