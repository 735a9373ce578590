package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
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
    OwnReceiver receiver = new OwnReceiver(folder, freePort());

    Report report =
        Conformance.of(receiver.first())
            .second(receiver.second())
            .startedBy(receiver)
            .arm(receiver::arm)
            .settle(receiver::settle)
            .received(receiver::received)
            .run();

    String text = TextReport.of(report, TextReport.Style.plain());
    assertThat(report.passed()).as(text).hasSameSizeAs(Catalogue.checks());
  }

  /** Below those of outgoing connections, so that nobody takes it during a restart. */
  private static int freePort() throws IOException {
    for (int tries = 0; tries < 100; tries++) {
      int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (BindException _) {
        // somebody has it
      }
    }
    throw new IOException("no free port below 32000");
  }
}
