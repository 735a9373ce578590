package webhookinspector.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.conform.SampleReceiver.Flaw;

/** Faults beyond the ten classic ones: found under their own name, without false alarms. */
class OtherFaultsTest {

  @TempDir Path folder;

  private Report judge(Flaw... flaws) throws Exception {
    return Judged.sample(folder, flaws).run();
  }

  private static void fails(Report report, String... ids) {
    assertThat(Judged.failed(report)).as(Judged.text(report)).containsExactlyInAnyOrder(ids);
  }

  @Test
  void namesAHandshakeThatMustBeSigned() throws Exception {
    fails(judge(Flaw.DEMANDS_A_SIGNATURE), "handshake-unsigned");
  }

  @Test
  void namesAHandshakeThatMustHaveABody() throws Exception {
    fails(judge(Flaw.WANTS_A_HANDSHAKE_BODY), "handshake-empty-body");
  }

  @Test
  void namesAReceiverThatVerifiesNothing() throws Exception {
    Report report = judge(Flaw.VERIFIES_NOTHING);

    assertThat(report.mistakes())
        .contains(Mistake.FORGERY_ACCEPTED)
        .doesNotContain(Mistake.DELIVERY_REFUSED, Mistake.FRAGILE_PARSER);
    assertThat(Judged.failed(report))
        .contains("signature-missing", "body-changed", "no-secret-refused", "junk-refused");
  }

  @Test
  void saysThatTheKeyIsDecoded() throws Exception {
    Report report = judge(Flaw.DECODES_THE_KEY);

    fails(report, "delivery-accepted");
    assertThat(Judged.outcome(report, "delivery-accepted").says()).contains("spells in hex");
  }

  @Test
  void saysThatTheJsonIsWrittenAgainWithSpaces() throws Exception {
    Report report = judge(Flaw.SPACES_THE_JSON);

    fails(report, "delivery-accepted");
    assertThat(Judged.outcome(report, "delivery-accepted").says()).contains("re-serialised");
  }

  @Test
  void namesAnAnswerThatAsanaMayNotCount() throws Exception {
    fails(judge(Flaw.ANSWERS_202), "answer-code");
  }

  @Test
  void warnsOfAServerErrorForAForgery() throws Exception {
    Report report = judge(Flaw.ANSWERS_500_TO_FORGERIES);

    fails(report);
    assertThat(Judged.warned(report)).containsExactly("forgery-answered-properly");
  }

  @Test
  void namesALeakOfTheExpectedSignature() throws Exception {
    fails(judge(Flaw.TELLS_THE_EXPECTED_SIGNATURE), "signature-not-leaked");
  }

  @Test
  void namesALeakOfTheSecret() throws Exception {
    fails(judge(Flaw.TELLS_THE_SECRET), "secret-not-leaked");
  }

  @Test
  void namesABodyLimitThatIsTooLow() throws Exception {
    fails(judge(Flaw.LIMITS_BODIES_TO_100_KB), "large-body");
  }

  @Test
  void namesAParserThatNeedsAUser() throws Exception {
    fails(judge(Flaw.NEEDS_A_USER), "null-user", "raw-key-order");
  }

  @Test
  void warnsOfAParserThatFailsOnBrokenJson() throws Exception {
    Report report = judge(Flaw.FAILS_ON_BROKEN_JSON);

    assertThat(report.conforms()).isTrue();
    assertThat(Judged.warned(report)).contains("malformed-json");
  }

  @Test
  void goesOnAfterAForgeryThatStopsTheReceiver() throws Exception {
    Report report = judge(Flaw.STOPS_ON_FORGERIES);

    assertThat(Judged.failed(report)).contains("signature-missing", "body-changed");
    assertThat(report.mistakes()).contains(Mistake.ENDS_ITSELF);
    assertThat(Judged.outcome(report, "raw-spaces")).isInstanceOf(Outcome.Passed.class);
    assertThat(Judged.outcome(report, "concurrent-deliveries")).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void findsNoFaultInAReceiverThatWaitsToBeArmed() throws Exception {
    Report report = Judged.closedSample(folder).run();

    fails(report);
    assertThat(Judged.outcome(report, "handshake-unasked-refused"))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void namesAReceiverThatTakesTheFirstHandshakeThatComes() throws Exception {
    Report report = Judged.closedSample(folder, Flaw.TAKES_UNASKED_HANDSHAKES).run();

    assertThat(Judged.failed(report)).contains("handshake-unasked-refused");
  }
}
