package webhookinspector.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;

class SignatureTest {

  private static final Secret SECRET = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final Random RANDOM = new Random(2);

  @Test
  void isBrokenByEachSingleBitOfTheBody() {
    byte[] bytes = new byte[512];
    RANDOM.nextBytes(bytes);
    Signature signature = Signature.of(SECRET, Body.of(bytes));

    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(signature.matches(SECRET, Body.of(bytes))).as("bit %d flipped", bit).isFalse();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    assertThat(signature.matches(SECRET, Body.of(bytes))).isTrue();
  }

  @Test
  void isBrokenByEachSingleBitOfItself() {
    Body body = Body.of("{\"events\":[]}");
    String hex = Signature.of(SECRET, body).hex();
    for (int i = 0; i < hex.length(); i++) {
      for (char digit : "0123456789abcdef".toCharArray()) {
        String other = hex.substring(0, i) + digit + hex.substring(i + 1);
        assertThat(Signature.parse(other).orElseThrow().matches(SECRET, body))
            .isEqualTo(other.equals(hex));
      }
    }
  }

  @Test
  void coversTheBytesAsTheyCameWhateverTheyMean() {
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = new byte[RANDOM.nextInt(600)];
      RANDOM.nextBytes(bytes);
      Body body = Body.of(bytes);
      String hex = Signature.of(SECRET, body).hex();
      assertThat(Signature.parse(hex).orElseThrow().matches(SECRET, body)).isTrue();
      assertThat(body.toBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void refusesABodyThatWasWrittenAnewByAProxy() {
    Signature signature = Signature.of(SECRET, Body.of("{\"a\":\"\u00e9\",\"events\":[]}\n"));
    for (String rewritten :
        new String[] {
          "{\"a\":\"\\u00e9\",\"events\":[]}\n",
          "{\"a\": \"\u00e9\",\"events\":[]}\n",
          "{\"events\":[],\"a\":\"\u00e9\"}\n",
          "{\"a\":\"\u00e9\",\"events\":[]}\r\n",
          "{\"a\":\"\u00e9\",\"events\":[]}",
          "\ufeff{\"a\":\"\u00e9\",\"events\":[]}\n",
          "{\"a\":\"e\u0301\",\"events\":[]}\n"
        }) {
      assertThat(signature.matches(SECRET, Body.of(rewritten))).as(rewritten).isFalse();
    }
    assertThat(
            signature.matches(
                SECRET,
                Body.of(
                    "{\"a\":\"\u00e9\",\"events\":[]}\n".getBytes(StandardCharsets.ISO_8859_1))))
        .isFalse();
  }

  @Test
  void belongsToOneSecretOnly() {
    Body body = Body.of("{\"events\":[]}");
    for (int one = 0; one < 100; one++) {
      Signature signature = Signature.of(numbered(one), body);
      for (int other = 0; other < 100; other++) {
        assertThat(signature.matches(numbered(other), body)).isEqualTo(one == other);
      }
    }
  }

  private static Secret numbered(int number) {
    return Secret.of("secret-of-inbox-" + number);
  }
}
