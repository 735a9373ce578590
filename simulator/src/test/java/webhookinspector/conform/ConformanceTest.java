package webhookinspector.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.conform.SampleReceiver.Flaw;

class ConformanceTest {

  @TempDir Path folder;

  @Test
  void saysThatNobodyAnswers() throws Exception {
    URI target = Judged.hook(Judged.freePort());

    assertThatThrownBy(() -> Conformance.of(target).run())
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining(target + ": the connection was refused (expected:")
        .hasMessageContaining("--start COMMAND");
  }

  @Test
  void refusesATargetThatIsNoWebAddress() {
    assertThatThrownBy(() -> Conformance.of(URI.create("localhost:3000/hook")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("target: localhost:3000/hook (expected: an http or https address");
  }

  @Test
  void refusesACheckThatItDoesNotKnow() {
    Conformance conformance = Conformance.of(URI.create("http://localhost:3000/hook"));

    assertThatThrownBy(() -> conformance.only("raw-space"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("check: raw-space (expected: one of handshake-accepted,");
  }

  @Test
  void runsOnlyWhatWasAskedFor() throws Exception {
    Report report = Judged.sample(folder, Flaw.REFUSES_HEARTBEATS).only("raw-spaces").run();

    assertThat(report.results()).hasSize(1);
    assertThat(report.conforms()).isTrue();
  }

  @Test
  void leavesOutWhatWasNotWanted() throws Exception {
    Report report =
        Judged.sample(folder, Flaw.REFUSES_HEARTBEATS).except("heartbeat-accepted").run();

    assertThat(report.conforms()).as(Judged.text(report)).isTrue();
  }

  @Test
  void offersTheSameSecretAgainForTheSameSeed() throws Exception {
    Judged.sample(folder).seed(7).only("delivery-accepted").run();

    Report again = Judged.sample(folder).seed(7).run();
    Report other = Judged.sample(folder).seed(8).run();

    assertThat(again.conforms()).as(Judged.text(again)).isTrue();
    assertThat(Judged.failed(other)).containsExactly("handshake-accepted");
    assertThat(Judged.outcome(other, "handshake-accepted").says()).contains("--seed");
  }

  @Test
  void warnsOfAnAnswerThatLeavesLittleTime() throws Exception {
    Report report =
        Judged.sample(folder, Flaw.IS_SLOW)
            .patience(Duration.ofSeconds(3), Duration.ofMillis(500))
            .only("answer-time")
            .run();

    assertThat(report.conforms()).isTrue();
    assertThat(Judged.warned(report)).containsExactly("answer-time");
  }

  @Test
  void findsThatTwoWebhooksShareOneSecret() throws Exception {
    int port = Judged.freePort();

    Report report =
        Conformance.of(Judged.hook(port))
            .startedBy(SampleReceiver.with(folder, port))
            .second(Judged.hook(port))
            .only("second-webhook")
            .run();

    assertThat(Judged.failed(report)).containsExactly("second-webhook");
  }

  @Test
  void findsTwoWebhooksKeptApart(@TempDir Path other) throws Exception {
    int port = Judged.freePort();
    int otherPort = Judged.freePort();
    SampleReceiver second = SampleReceiver.with(other, otherPort);
    second.start();
    try {
      Report report =
          Conformance.of(Judged.hook(port))
              .startedBy(SampleReceiver.with(folder, port))
              .second(Judged.hook(otherPort))
              .only("second-webhook")
              .run();

      assertThat(report.passed()).as(Judged.text(report)).hasSize(1);
    } finally {
      second.stop();
    }
  }
}
