package webhookinspector.conform;

import static webhookinspector.conform.Group.SECRECY;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import webhookinspector.delivery.Header;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/** Looks back on every answer of the run: none may help a forger. */
final class SecrecyChecks {

  private SecrecyChecks() {}

  static List<Case> all() {
    return List.of(
        Case.must(SECRECY, "secret-not-leaked", Mistake.SECRET_LEAKED)
            .title("Never writes the secret into an answer, but for the echo")
            .why(
                "Asana keeps what you answer to a failed delivery and shows it in the webhook's"
                    + " record; logs of proxies keep more.",
                Source.API)
            .in(Case.Phase.LAST)
            .tries(
                receiver ->
                    leak(receiver, traffic -> tellsSecret(traffic, receiver.secret()))
                        .map(traffic -> told(traffic, "holds the secret"))
                        .orElse(Outcome.passed())),
        Case.must(SECRECY, "signature-not-leaked", Mistake.SECRET_LEAKED)
            .title("Never tells the signature that it expected")
            .why(
                "An error text such as \"expected abc…, got def…\" signs any body that a stranger"
                    + " likes to send.",
                Source.SAMPLES)
            .in(Case.Phase.LAST)
            .tries(
                receiver ->
                    leak(receiver, traffic -> tellsSignature(traffic, receiver.secret()))
                        .map(traffic -> told(traffic, "holds the signature that would be right"))
                        .orElse(Outcome.passed())));
  }

  private static Optional<Traffic> leak(Receiver receiver, Predicate<Traffic> is) {
    return receiver.evidence().all().stream().filter(is).findFirst();
  }

  private static Outcome told(Traffic traffic, String what) {
    return new Outcome.Failed(
        "The answer "
            + traffic.answer().status()
            + " to "
            + (traffic.isHandshake() ? "a handshake" : "a delivery")
            + " "
            + what
            + ".");
  }

  private static boolean tellsSecret(Traffic traffic, Secret secret) {
    byte[] text = secret.reveal().getBytes(StandardCharsets.US_ASCII);
    String answer = withoutEcho(traffic);
    return answer.contains(secret.reveal())
        || answer.contains(HexFormat.of().formatHex(text))
        || answer.contains(Base64.getEncoder().withoutPadding().encodeToString(text));
  }

  private static boolean tellsSignature(Traffic traffic, Secret secret) {
    String right = Signature.of(secret, traffic.post().body()).hex();
    boolean sent =
        traffic.post().headers().all(Signature.HEADER).stream()
            .anyMatch(value -> value.toLowerCase(java.util.Locale.ROOT).contains(right));
    return !sent && withoutEcho(traffic).contains(right);
  }

  /** Headers and body of the answer; the echo is left out where a handshake asked for it. */
  private static String withoutEcho(Traffic traffic) {
    if (!(traffic.answer() instanceof Answer.Given given)) {
      return "";
    }
    var text = new StringBuilder();
    for (Header line : given.headers()) {
      if (!traffic.isHandshake() || !line.isNamed(Handshake.HEADER)) {
        text.append(line.name()).append(": ").append(line.value()).append('\n');
      }
    }
    return text.append(given.body().text()).toString();
  }
}
