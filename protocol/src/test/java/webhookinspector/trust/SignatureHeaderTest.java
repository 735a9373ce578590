package webhookinspector.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/**
 * The header has one documented form. Two hundred others, made from the right value, are forged.
 */
class SignatureHeaderTest {

  private static final Secret SECRET = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final Body BODY = Body.of("{\"events\":[]}");
  private static final String RIGHT = Signature.of(SECRET, BODY).hex();

  @Test
  void isReadInItsDocumentedFormAndInNoOther() {
    assertThat(judge(RIGHT)).isInstanceOf(Verdict.Authentic.class);
    List<String> corpus = otherForms();
    assertThat(corpus).hasSizeGreaterThanOrEqualTo(200).doesNotContain(RIGHT);
    for (String form : corpus) {
      assertThat(judge(form)).as(form).isInstanceOf(Verdict.Forged.class);
    }
  }

  @Test
  void mustNotStandTwice() {
    Verdict verdict =
        Verdict.of(Headers.of(Signature.HEADER, RIGHT, "x-hook-signature", RIGHT), BODY, SECRET);

    assertThat(verdict).isInstanceOf(Verdict.Forged.class);
    assertThat(verdict.because()).contains("2 X-Hook-Signature headers");
  }

  @Test
  void isMissedWhenItIsMissing() {
    assertThat(Verdict.of(Headers.of("X-Signature", RIGHT), BODY, SECRET))
        .isEqualTo(new Verdict.Unsigned());
  }

  private static Verdict judge(String value) {
    return Verdict.of(Headers.of(Signature.HEADER, value), BODY, SECRET);
  }

  private static List<String> otherForms() {
    var forms = new ArrayList<String>();
    String[] around = {
      " ", "\t", "\"", "'", ",", ";", "=", "0", "\0", "\r", "\n", "\u00a0", "\u00ff"
    };
    for (String odd : around) {
      forms.add(odd + RIGHT);
      forms.add(RIGHT + odd);
      forms.add(odd + RIGHT + odd);
      forms.add(RIGHT.substring(0, 32) + odd + RIGHT.substring(32));
      forms.add(RIGHT.substring(0, 63) + odd + "f");
    }
    for (int i = 0; i < 64; i++) {
      char digit = RIGHT.charAt(i);
      forms.add(RIGHT.substring(0, i)); // shorter
      forms.add(RIGHT.substring(0, i) + (char) (digit + 0xfee0) + RIGHT.substring(i + 1)); // wide
    }
    for (String prefix : List.of("sha256=", "SHA256=", "v1=", "hmac ", "0x", "Bearer ", "sha1=")) {
      forms.add(prefix + RIGHT);
    }
    forms.add(RIGHT.toUpperCase(Locale.ROOT));
    forms.add(RIGHT + "," + RIGHT);
    forms.add(RIGHT + ", " + RIGHT);
    forms.add(RIGHT + RIGHT);
    forms.add("0".repeat(8_192));
    forms.add(RIGHT.replace('a', 'g'));
    forms.add("null");
    forms.removeIf(RIGHT::equals);
    return forms;
  }
}
