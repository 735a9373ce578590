package webhookinspector.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;
import webhookinspector.trust.Verdict;

/** {@code X-Hook-Signature}: believed only when it is the right one. */
public final class SignatureHeader {

  private static final Secret SECRET =
      Secret.of("b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81");
  private static final Body BODY = Body.of("{\"events\":[]}");
  private static final String RIGHT = Signature.of(SECRET, BODY).hex();

  private SignatureHeader() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String value = new String(data, ISO_8859_1);
    Verdict verdict = Verdict.of(Headers.of(Signature.HEADER, value), BODY, SECRET);
    Promise.that(
        !verdict.believable() || value.strip().equalsIgnoreCase(RIGHT),
        "only the right signature is believed");
    Promise.that(
        verdict.believable() || !verdict.because().contains(RIGHT),
        "the expected signature is never told");
  }
}
