package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
