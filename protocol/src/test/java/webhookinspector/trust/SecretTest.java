package webhookinspector.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Body;

class SecretTest {

  private static final String TEXT = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  @Test
  void isNeverPrinted() {
    Secret secret = Secret.of(TEXT);

    assertThat(secret.toString()).doesNotContain(TEXT).contains(secret.fingerprint());
    assertThat(Secrets.settled(secret).toString()).doesNotContain(TEXT);
    assertThat(Secrets.NONE.opened().with(secret).toString()).doesNotContain(TEXT);
    assertThat(new Handshake.Pending(secret, true).toString()).doesNotContain(TEXT);
  }

  @Test
  void isToldApartByItsFingerprint() {
    assertThat(Secret.of(TEXT).fingerprint())
        .matches("[0-9a-f]{12}")
        .isEqualTo(Secret.of(TEXT).fingerprint())
        .isNotEqualTo(Secret.of(TEXT + "0").fingerprint());
  }

  @Test
  void equalsTheSameTextOnly() {
    assertThat(Secret.of(TEXT)).isEqualTo(Secret.of(TEXT)).hasSameHashCodeAs(Secret.of(TEXT));
    assertThat(Secret.of(TEXT)).isNotEqualTo(Secret.of(TEXT.replace('f', 'F')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "tab\t", "n\u00fcl", "nul\0", "line\n"})
  void isVisibleAscii(String odd) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Secret.of(odd))
        .withMessageStartingWith("secret: " + odd.length() + " characters (expected: ")
        .satisfies(e -> assertThat(odd.isEmpty() || !e.toString().contains(odd)).isTrue());
  }

  @Test
  void isNotLongerThanAHeaderMayBe() {
    assertThat(Secret.of("s".repeat(512)).reveal()).hasSize(512);
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.of("s".repeat(513)));
  }

  @Test
  void signsFromManyThreadsAtOnce() {
    Secret secret = Secret.of(TEXT);
    var expected =
        IntStream.range(0, 2_000)
            .mapToObj(i -> Signature.of(Secret.of(TEXT), body(i)).hex())
            .toList();

    var together =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(i -> Signature.of(secret, body(i)).hex())
            .toList();

    assertThat(together).isEqualTo(expected);
  }

  private static Body body(int number) {
    return Body.of("{\"events\":[" + "1,".repeat(number % 70) + number + "]}");
  }
}
