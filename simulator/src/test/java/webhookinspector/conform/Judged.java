package webhookinspector.conform;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import webhookinspector.conform.SampleReceiver.Flaw;

/** Runs of the kit on sample receivers, patient enough for a busy machine and no more. */
final class Judged {

  private Judged() {}

  static Conformance sample(Path folder, Flaw... flaws) throws IOException {
    int port = freePort();
    return at(port, SampleReceiver.with(folder, port, flaws));
  }

  /** Takes a handshake only after it was armed. */
  static Conformance closedSample(Path folder, Flaw... flaws) throws IOException {
    int port = freePort();
    SampleReceiver receiver = SampleReceiver.with(folder, port, flaws).closed();
    return at(port, receiver).arm(receiver::arm);
  }

  private static Conformance at(int port, SampleReceiver receiver) {
    return Conformance.of(hook(port))
        .startedBy(receiver)
        .received(receiver::kept)
        .patience(Duration.ofSeconds(2), Duration.ofMillis(1_900));
  }

  static URI hook(int port) {
    return URI.create("http://127.0.0.1:" + port + "/hook");
  }

  /**
   * Below the ports that the system gives to outgoing connections, so that nobody takes it while a
   * receiver is down for a restart.
   */
  static int freePort() throws IOException {
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

  static List<String> failed(Report report) {
    return report.failed().stream().map(result -> result.check().id()).toList();
  }

  static List<String> warned(Report report) {
    return report.warned().stream().map(result -> result.check().id()).toList();
  }

  static Outcome outcome(Report report, String id) {
    return report.results().stream()
        .filter(result -> result.check().id().equals(id))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  static String text(Report report) {
    return TextReport.of(report, TextReport.Style.plain());
  }
}
