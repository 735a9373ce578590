package webhookinspector.inspection;

import java.util.List;
import java.util.Optional;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/**
 * Why a signature does not match, found by trying what usually goes wrong between Asana and a
 * receiver. Holds neither a secret nor the signature that would be right.
 *
 * @param cause a stable kebab-case word, such as {@code json-compact}; {@code unknown} when nothing
 *     explains it
 * @param explanation for a person, with the next step
 */
public record Diagnosis(String cause, String explanation) {

  /** A body of 1 MiB is tried about 100 times: some tenths of a second. */
  private static final long MOST_BYTES = 100L << 20;

  /**
   * Finds the mistake, or the two mistakes, after which the signature matches.
   *
   * @param own the secret of the inbox that the delivery came to
   * @param others the secrets of the other inboxes
   */
  public static Diagnosis of(
      Headers headers, Body body, KnownSecret own, List<KnownSecret> others) {
    List<String> values = headers.all(Signature.HEADER);
    if (values.isEmpty()) {
      return new Diagnosis(
          "unsigned",
          "There is no "
              + Signature.HEADER
              + " header. Either something on the way drops it, or it does not come from Asana,"
              + " which signs every delivery.");
    }
    return values.stream()
        .flatMap(value -> HeaderForm.of(value).stream())
        .flatMap(form -> new Trial(form, body, own, others).result().stream())
        .findFirst()
        .map(found -> severalHeaders(values).map(found::behind).orElse(found))
        .orElseGet(() -> unexplained(values));
  }

  private static Optional<Diagnosis> severalHeaders(List<String> values) {
    return values.size() == 1
        ? Optional.empty()
        : Optional.of(
            new Diagnosis(
                "several-headers",
                "There are "
                    + values.size()
                    + " "
                    + Signature.HEADER
                    + " headers; Asana sends one. Something on the way adds another."));
  }

  private static Diagnosis unexplained(List<String> values) {
    boolean wellFormed = values.stream().anyMatch(value -> Signature.parse(value).isPresent());
    return wellFormed
        ? new Diagnosis(
            "unknown",
            "No known secret and no usual change of the body explains this signature. Either a"
                + " stranger posted it, or it is signed with a secret that is not known here.")
        : new Diagnosis(
            "malformed-header",
            Signature.HEADER
                + " is no signature (expected: 64 lower-case hex digits). It was cut or"
                + " replaced on the way, or does not come from Asana.");
  }

  /** Two mistakes together; a match as it stands is none. */
  Diagnosis behind(Diagnosis first) {
    return cause.equals(Trial.NONE)
        ? first
        : new Diagnosis(first.cause + "+" + cause, first.explanation + "\nBesides: " + explanation);
  }

  /** Whether so many trials of such a body are affordable. */
  static boolean affords(Body body, int trials) {
    return (long) body.size() * trials <= MOST_BYTES;
  }

  /** Whether a signature matches; here so that every trial goes through the same comparison. */
  static boolean matches(Signature signature, Secret secret, Body body) {
    return signature.matches(secret, body);
  }
}
