package webhookinspector.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/** Signatures of known bodies under the secret that Asana's webhooks guide prints. */
class GoldenVectorsTest {

  private static final Secret SECRET =
      Secret.of("b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81");

  private static final String HEARTBEAT =
      "10468027b67df18c739cc4794c6fc2d2806dcaaf2259fc3e1ed9d26433659853";
  private static final String ONE_SPACE =
      "d8d04483c42e72eb6c47faef420fc5da092d8bfd42377fbb9de2fa2f38bfa497";
  private static final String CAFE =
      "d0dd593ee9c960173e28307bc5ac50ceba386d81aa6a9843dff2a46387253cb3";

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @CsvSource({"tr-TR", "und", "de-DE", "ar-EG", "hi-IN-u-nu-deva"})
  void holdInEveryLocale(String tag) {
    Locale.setDefault(Locale.forLanguageTag(tag));

    assertGolden("{\"events\":[]}", 13, HEARTBEAT);
    assertGolden("{\"events\": []}", 14, ONE_SPACE);
    assertGolden(
        "{\"events\":[{\"action\":\"changed\",\"resource\":{\"gid\":\"1200000000000001\","
            + "\"resource_type\":\"task\",\"name\":\"Café 🚀\"}}]}",
        114,
        CAFE);
  }

  @ParameterizedTest
  @CsvSource({"x-hook-signature", "X-HOOK-SIGNATURE", "X-Hook-Signature"})
  void findTheirHeaderInTurkeyToo(String name) {
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));

    Verdict verdict = Verdict.of(Headers.of(name, HEARTBEAT), Body.of("{\"events\":[]}"), SECRET);

    assertThat(verdict.word()).isEqualTo("authentic");
  }

  private static void assertGolden(String text, int bytes, String hex) {
    Body body = Body.of(text);
    assertThat(body.size()).isEqualTo(bytes);
    assertThat(Signature.of(SECRET, body).hex()).isEqualTo(hex);
    assertThat(Verdict.of(Headers.of(Signature.HEADER, hex), body, SECRET).believable()).isTrue();
  }
}
