package webhookinspector.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/** The handshake rule. */
class SecretsTest {

  private static final Secret ASANAS = Secret.of("asanas-own-secret-0123456789abcdef");
  private static final Secret RIVALS = Secret.of("rivals-secret-0123456789abcdef");
  private static final Body BODY = Body.of("{\"events\":[]}");

  @Test
  void refuseEveryHandshakeWithoutAnOpenCreateCall() {
    assertThat(Secrets.NONE.judge(ASANAS)).isInstanceOf(Handshake.Refused.class);
  }

  @Test
  void keepEachOfferAsACandidateWhileTheCreateCallIsOpen() {
    Secrets open = Secrets.NONE.opened();
    assertThat(open.judge(ASANAS)).isEqualTo(new Handshake.Pending(ASANAS, true));

    Secrets waiting = open.with(ASANAS);
    assertThat(waiting.judge(ASANAS)).isEqualTo(new Handshake.Pending(ASANAS, false));
    assertThat(waiting.judge(RIVALS)).isEqualTo(new Handshake.Pending(RIVALS, true));
    assertThat(waiting.confirmed()).isNull();
  }

  @Test
  void takeNoMoreThanEightCandidates() {
    Secrets full = Secrets.NONE.opened();
    for (int i = 0; i < Secrets.MAX_CANDIDATES; i++) {
      full = full.with(rival(i));
    }
    assertThat(full.judge(ASANAS)).isInstanceOf(Handshake.Refused.class);
    assertThat(full.judge(rival(7))).isEqualTo(new Handshake.Pending(rival(7), false));
  }

  @Test
  void letThe201ElectWhoeverCameFirst() {
    for (int place = 0; place < Secrets.MAX_CANDIDATES; place++) {
      Secrets waiting = Secrets.NONE.opened();
      for (int i = 0; i < Secrets.MAX_CANDIDATES; i++) {
        waiting = waiting.with(i == place ? ASANAS : rival(i));
      }
      assertThat(waiting.losers(ASANAS)).hasSize(7).doesNotContain(ASANAS);
      assertThat(waiting.elect(ASANAS)).isEqualTo(Secrets.settled(ASANAS));
    }
  }

  @Test
  void neverChangeOnceTheyAreSettled() {
    Secrets settled = Secrets.settled(ASANAS);

    assertThat(settled.judge(RIVALS)).isInstanceOf(Handshake.Refused.class);
    assertThat(settled.opened().judge(RIVALS)).isInstanceOf(Handshake.Refused.class);
    assertThat(settled.elect(RIVALS)).isEqualTo(settled);
    assertThat(settled.closed()).isEqualTo(settled);
    assertThat(settled.judge(ASANAS)).isEqualTo(new Handshake.Accepted(ASANAS));
  }

  @Test
  void areWorthlessAfterAFailedCreateCall() {
    assertThat(Secrets.NONE.opened().with(ASANAS).closed()).isEqualTo(Secrets.NONE);
  }

  @Test
  void neverBelieveADeliveryOnTheStrengthOfACandidate() {
    Secrets waiting = Secrets.NONE.opened().with(RIVALS).with(ASANAS);
    Headers signed = signedWith(ASANAS);

    assertThat(waiting.judge(signed, BODY)).isInstanceOf(Verdict.NoSecret.class);
    assertThat(waiting.matchesACandidate(signed, BODY)).isTrue();
    assertThat(waiting.matchesACandidate(signedWith(rival(1)), BODY)).isFalse();
    assertThat(waiting.elect(ASANAS).judge(signed, BODY).believable()).isTrue();
    assertThat(waiting.elect(ASANAS).judge(signedWith(RIVALS), BODY).believable()).isFalse();
  }

  @Test
  void failClosedWithoutAnySecret() {
    assertThat(Secrets.NONE.judge(signedWith(ASANAS), BODY)).isInstanceOf(Verdict.NoSecret.class);
  }

  private static Secret rival(int number) {
    return Secret.of("rival-0123456789abcdef-" + number);
  }

  private static Headers signedWith(Secret secret) {
    return Headers.of(Signature.HEADER, Signature.of(secret, BODY).hex());
  }
}
