package webhookinspector.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Headers;

class HandshakeTest {

  @Test
  void isKnownByItsHeaderAloneWhateverTheCase() {
    assertThat(Handshake.isIn(Headers.of("x-hook-secret", ""))).isTrue();
    assertThat(Handshake.isIn(Headers.of("X-Hook-Signature", "x"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        "b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81",
        "Sixteen_letters-"
      })
  void offersASecretThatCanBeEchoed(String text) {
    assertThat(Handshake.offeredIn(Headers.of(Handshake.HEADER, text)))
        .hasValueSatisfying(secret -> assertThat(secret.reveal()).isEqualTo(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short-secret-15",
        "sixteen letters!",
        "0123456789abcdef\r\nX-Injected: 1",
        "0123456789abcdef\rX-Injected: 1",
        "0123456789abcdef\nX-Injected: 1",
        "0123456789abcdef%0d%0aX-Injected: 1",
        "0123456789abcdef\u2028X-Injected: 1",
        "0123456789abcdef\u0085X-Injected: 1",
        "0123456789abcdef,0123456789abcdef",
        "0123456789abcdef;q=1",
        "<script>alert(1)</script>",
        "0123456789abcdef\0"
      })
  void offersNothingThatCouldSplitOurAnswer(String text) {
    assertThat(Handshake.offeredIn(Headers.of(Handshake.HEADER, text))).isEmpty();
  }

  @Test
  void offersOneSecretOfAtMost512Characters() {
    String secret = "s".repeat(512);
    assertThat(Handshake.offeredIn(Headers.of(Handshake.HEADER, secret))).isPresent();
    assertThat(Handshake.offeredIn(Headers.of(Handshake.HEADER, secret + "s"))).isEmpty();
    assertThat(Handshake.offeredIn(Headers.of(Handshake.HEADER, secret, "x-hook-secret", secret)))
        .isEmpty();
  }
}
