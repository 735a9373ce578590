package webhookinspector.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsKeyTest {

  private static final SecretsKey KEY = SecretsKey.of(new byte[SecretsKey.LENGTH]);
  private static final String SECRET = "b537207f20cbfa02357cf448134da559";
  private static final String PLACE = "secret of inbox ads";

  private static void assertRefused(SecretsKey key, String kept, String place) {
    assertThatExceptionOfType(StorageRefused.class)
        .isThrownBy(() -> key.open(kept, place))
        .withMessageContaining("--secrets-key FILE")
        .withMessageNotContaining(SECRET);
  }

  @Test
  void givesBackWhatItSealed() {
    assertThat(KEY.open(KEY.seal(SECRET, PLACE), PLACE)).isEqualTo(SECRET);
    assertThat(KEY.open(KEY.seal("", PLACE), PLACE)).isEmpty();
    assertThat(KEY.open(KEY.seal("Grüße 🎉\n", PLACE), PLACE)).isEqualTo("Grüße 🎉\n");
  }

  @Test
  void neverSealsTwiceTheSame() {
    assertThat(KEY.seal(SECRET, PLACE)).isNotEqualTo(KEY.seal(SECRET, PLACE));
  }

  @Test
  void opensForNobodyElse() {
    byte[] other = new byte[SecretsKey.LENGTH];
    other[31] = 1;
    String kept = KEY.seal(SECRET, PLACE);
    assertRefused(SecretsKey.of(other), kept, PLACE);
    assertRefused(SecretsKey.NONE, kept, PLACE);
    assertRefused(KEY, kept, "secret of inbox news");
  }

  @Test
  void alsoOpensWhatAnEarlierOneSealed() {
    byte[] newer = new byte[SecretsKey.LENGTH];
    newer[0] = 1;
    SecretsKey both = SecretsKey.of(newer, new byte[SecretsKey.LENGTH]);
    String before = KEY.seal(SECRET, PLACE);
    assertThat(both.open(before, PLACE)).isEqualTo(SECRET);
    assertThat(both.isCurrent(before, PLACE)).isFalse();
    String now = both.seal(SECRET, PLACE);
    assertThat(both.isCurrent(now, PLACE)).isTrue();
    assertRefused(KEY, now, PLACE);
  }

  @Test
  void opensNothingThatWasChanged() {
    byte[] kept = Base64.getDecoder().decode(KEY.seal(SECRET, PLACE));
    for (int at = 0; at < kept.length; at++) {
      byte[] changed = kept.clone();
      changed[at] ^= 1;
      assertRefused(KEY, Base64.getEncoder().encodeToString(changed), PLACE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "b537207f20cbfa02357cf448134da559", "no base 64!"})
  void opensNothingThatItNeverSealed(String kept) {
    assertRefused(KEY, kept, PLACE);
  }

  @Test
  void sealsNothingWithoutAKey() {
    assertThat(SecretsKey.NONE.seals()).isFalse();
    assertThat(SecretsKey.NONE.seal(SECRET, PLACE)).isEqualTo(SECRET);
    assertThat(KEY.seals()).isTrue();
  }

  @Test
  void hasAllItsBytes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecretsKey.of(new byte[31]))
        .withMessage("secrets key: 31 bytes (expected: 32)");
  }
}
