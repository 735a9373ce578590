package webhookinspector.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.conform.SampleReceiver.Flaw;

/** One small receiver a classic fault: exactly that fault is named, and nothing else. */
class ClassicFaultsTest {

  @TempDir Path folder;

  private Report judge(Flaw... flaws) throws Exception {
    return Judged.sample(folder, flaws).run();
  }

  private static void names(Report report, Mistake mistake, String... ids) {
    assertThat(Judged.failed(report))
        .as(TextReport.of(report, TextReport.Style.plain()))
        .containsExactlyInAnyOrder(ids);
    assertThat(report.mistakes())
        .as(TextReport.of(report, TextReport.Style.plain()))
        .containsExactly(mistake);
    assertThat(report.conforms()).isFalse();
  }

  @Test
  void findsNoFaultInACorrectReceiver() throws Exception {
    Report report = judge();

    assertThat(Judged.failed(report)).as(TextReport.of(report, TextReport.Style.plain())).isEmpty();
    assertThat(Judged.warned(report)).as(TextReport.of(report, TextReport.Style.plain())).isEmpty();
    assertThat(report.conforms()).isTrue();
    assertThat(report.skipped())
        .extracting(result -> result.check().id())
        .containsExactly("handshake-unasked-refused", "second-webhook");
  }

  @Test
  void namesAReserialisedBody() throws Exception {
    Report report = judge(Flaw.RESERIALISES_THE_BODY);

    names(
        report,
        Mistake.RESERIALISED_BODY,
        "raw-spaces",
        "raw-escapes",
        "raw-escaped-unicode",
        "raw-numbers",
        "raw-line-ends");
    assertThat(Judged.warned(report)).containsExactly("raw-duplicate-keys", "raw-not-utf8");
  }

  @Test
  void namesThatAnySecretIsAccepted() throws Exception {
    names(
        judge(Flaw.ACCEPTS_ANY_SECRET),
        Mistake.ANY_SECRET_ACCEPTED,
        "handshake-stranger-refused",
        "handshake-no-takeover",
        "handshake-not-self-signed");
  }

  @Test
  void namesASingleThreadedReceiver() throws Exception {
    names(
        judge(Flaw.SINGLE_THREADED),
        Mistake.SINGLE_THREADED,
        "handshake-while-busy",
        "delivery-while-busy");
  }

  @Test
  void namesASecretThatIsLostOnRestart() throws Exception {
    names(judge(Flaw.FORGETS_ITS_SECRET), Mistake.SECRET_LOST, "secret-survives-restart");
  }

  @Test
  void namesASecretThatIsEchoedBeforeItIsKept() throws Exception {
    names(judge(Flaw.ECHOES_LATE), Mistake.SECRET_LOST, "secret-kept-before-echo");
  }

  @Test
  void namesARefusedHeartbeat() throws Exception {
    names(judge(Flaw.REFUSES_HEARTBEATS), Mistake.HEARTBEAT_REFUSED, "heartbeat-accepted");
  }

  @Test
  void namesASlowHandler() throws Exception {
    Report report =
        Judged.sample(folder, Flaw.IS_SLOW)
            .patience(Duration.ofMillis(500), Duration.ofMillis(400))
            .run();

    names(report, Mistake.SLOW_HANDLER, "answer-time");
  }

  @Test
  void namesARedirect() throws Exception {
    names(judge(Flaw.REDIRECTS), Mistake.REDIRECT, "no-redirect");
  }

  @Test
  void namesAMissingEcho() throws Exception {
    Report report = judge(Flaw.DOES_NOT_ECHO);

    assertThat(Judged.failed(report))
        .as(TextReport.of(report, TextReport.Style.plain()))
        .containsExactly("handshake-echo");
  }

  @Test
  void namesACrashOnSignaturesOfAnotherLength() throws Exception {
    names(judge(Flaw.CRASHES_ON_OTHER_LENGTHS), Mistake.LENGTH_CRASH, "signature-length");
  }

  @Test
  void namesAnAnswerBeforeKeeping() throws Exception {
    names(judge(Flaw.ANSWERS_BEFORE_KEEPING), Mistake.ANSWER_BEFORE_KEEPING, "kept-before-answer");
  }
}
