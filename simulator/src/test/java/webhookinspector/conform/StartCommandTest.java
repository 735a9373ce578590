package webhookinspector.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.conform.SampleReceiver.Flaw;

/** With {@code --start}: real processes, really killed. */
class StartCommandTest {

  @TempDir Path folder;

  private Conformance started(int port, Flaw... flaws) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        "'%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp '%s' %s '%s' %d"
            .formatted(
                java,
                System.getProperty("java.class.path"),
                SampleReceiver.class.getName(),
                folder,
                port);
    String flags = String.join(" ", List.of(flaws).stream().map(Flaw::name).toList());
    return Conformance.of(Judged.hook(port))
        .start("echo starting; " + command + " " + flags)
        .received(SampleReceiver.with(folder, port)::kept);
  }

  @Test
  void findsNoFaultInACorrectReceiverThatIsKilledAgainAndAgain() throws Exception {
    Report report =
        started(Judged.freePort())
            .only(
                "secret-kept-before-echo",
                "starts-after-kill",
                "secret-survives-restart",
                "kept-before-answer")
            .run();

    assertThat(report.passed()).as(Judged.text(report)).hasSize(4);
  }

  @Test
  void namesAnAnswerBeforeKeepingInARealProcess() throws Exception {
    Report report =
        started(Judged.freePort(), Flaw.ANSWERS_BEFORE_KEEPING).only("kept-before-answer").run();

    assertThat(Judged.failed(report)).containsExactly("kept-before-answer");
    assertThat(Judged.outcome(report, "kept-before-answer").says()).contains("3 of 3");
  }

  @Test
  void leavesNoProcessBehindEvenIfTheCommandStartsSeveral() throws Exception {
    int port = Judged.freePort();
    Path pids = folder.resolve("pids");
    String stubborn = "trap '' TERM; echo $$ >> '" + pids + "'; while :; do sleep 1; done";

    assertThatThrownBy(
            () ->
                Conformance.of(Judged.hook(port))
                    .startPatience(Duration.ofMillis(500), Duration.ofMillis(500))
                    .start("sh -c \"" + stubborn.replace("$", "\\$") + "\" & " + stubborn)
                    .run())
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("does not listen");

    await().until(() -> Files.readAllLines(pids).size() == 2);
    for (String pid : Files.readAllLines(pids)) {
      await()
          .until(
              () -> ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty());
    }
  }

  @Test
  void saysWhyTheCommandEnded() throws Exception {
    assertThatThrownBy(
            () ->
                Conformance.of(Judged.hook(Judged.freePort()))
                    .start("echo 'no such module: express' >&2; exit 7")
                    .run())
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("ended with exit code 7")
        .hasMessageContaining("no such module: express");
  }

  @Test
  void refusesToStartWhereSomebodyListensAlready() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> Conformance.of(Judged.hook(taken.getLocalPort())).start("sleep 60").run())
          .isInstanceOf(Unreachable.class)
          .hasMessageContaining("is answered already");
    }
  }
}
