package webhookinspector.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That docs/faults.md says what the code does; a failure shows the table to paste. */
class FaultsPageTest {

  private static String page() throws IOException {
    return Files.readString(
        Path.of(System.getProperty("project.root", "..")).resolve("docs/faults.md"));
  }

  @Test
  void everyFaultStandsInTheTableAsTheCodeHasIt() throws IOException {
    String rows =
        Arrays.stream(FaultKind.values())
            .map(
                kind ->
                    "| `%s` | %s | %s | %s | %s | %s |%n"
                        .formatted(
                            kind.word(),
                            subject(kind),
                            kind.effect(),
                            kind.by().isZero() ? "" : "`" + kind.by() + "`",
                            kind.amount() == 0 ? "" : "`" + kind.amount() + "`",
                            "`" + kind.on() + "`"))
            .collect(Collectors.joining());
    assertThat(page()).contains("|---|---|---|---|---|---|\n" + rows + "\n");
  }

  private static String subject(FaultKind kind) {
    return switch (kind.stage()) {
      case DELIVERY -> "a delivery";
      case DELETION -> "a deleted webhook";
      case HANDSHAKE -> "a handshake";
      case BATCH -> "batching";
      case CALL -> "a REST call";
      case STREAM -> "a page of events";
      case CLOCK -> "the clock";
    };
  }

  @Test
  void everyScenarioStandsInTheTableWithItsStoryAndItsFaults() throws IOException {
    String rows =
        Scenario.all().stream()
            .map(
                each ->
                    "| `%s` | %s | %s |%n"
                        .formatted(
                            each.name(),
                            each.story(),
                            each.faults().stream()
                                .map(fault -> "`" + fault.text() + "`")
                                .collect(Collectors.joining("<br>"))))
            .collect(Collectors.joining());
    assertThat(page()).contains("|---|---|---|\n" + rows + "\n");
  }
}
