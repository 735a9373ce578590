package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.conform.Catalogue;
import webhookinspector.conform.Conformance;
import webhookinspector.conform.Report;
import webhookinspector.conform.TextReport;

/** We ask of others what we do ourselves. */
class OwnReceiverConformsTest {

  @TempDir Path folder;

  @Test
  void meetsEveryCheckOfTheConformanceKit() throws Exception {
    OwnReceiver receiver = new OwnReceiver(folder, LowPorts.free());

    Report report =
        Conformance.of(receiver.first())
            .second(receiver.second())
            .startedBy(receiver)
            .arm(receiver::arm)
            .settle(receiver::settle)
            .received(receiver::received)
            .patience(Conformance.ASANA_WAITS, Duration.ofSeconds(8))
            .run();

    String text = TextReport.of(report, TextReport.Style.plain());
    assertThat(report.passed()).as(text).hasSameSizeAs(Catalogue.checks());
  }
}
