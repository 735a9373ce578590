package webhookinspector.conform;

import static webhookinspector.conform.Group.SIGNATURE;

import java.util.List;
import java.util.Locale;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Signature;

/** Signatures of an odd form: none may be believed, and none may bring the receiver down. */
final class SignatureFormChecks {

  private static final String ORDINARY_FORGERY =
      "forgeries of the right form are not refused with 4xx either; see forgery-answered-properly";

  private SignatureFormChecks() {}

  static List<Case> all() {
    return List.of(empty(), lengths(), notHex(), upperCase(), twoHeaders(), answeredProperly());
  }

  private static Case empty() {
    return SignatureChecks.refuses(
        "signature-empty",
        "Refuses an empty signature",
        "Code that verifies only if there is a value lets an empty header through.",
        "A delivery with an empty signature",
        receiver -> receiver.withSignature(receiver.bodies().ordinary(), ""));
  }

  private static Case lengths() {
    return Case.must(SIGNATURE, "signature-length", Mistake.LENGTH_CRASH)
        .title("Refuses signatures that are too short or too long, and lives on")
        .why(
            "Constant-time comparisons such as crypto.timingSafeEqual throw when lengths differ;"
                + " uncaught, one forged header ends the process.",
            Source.SAMPLES)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Body body = receiver.bodies().ordinary();
              String hex = Signature.of(receiver.secret(), body).hex();
              if (!forgery(receiver).refused()) {
                return new Outcome.Skipped(ORDINARY_FORGERY);
              }
              for (String wrong :
                  List.of("0", hex.substring(0, 63), hex + "0", hex + hex, hex.repeat(30))) {
                Answer answer = receiver.send(receiver.withSignature(body, wrong));
                Outcome outcome = Expect.refused(answer, "A signature of length " + wrong.length());
                if (outcome instanceof Outcome.Failed) {
                  return outcome;
                }
              }
              return Expect.accepted(receiver.deliver(body), "A genuine delivery afterwards");
            });
  }

  private static Case notHex() {
    return SignatureChecks.refuses(
        "signature-not-hex",
        "Refuses a signature that is not hex",
        "Decoders that skip what they cannot read turn such a header into an empty signature.",
        "A signature of 64 letters that are no hex digits",
        receiver -> receiver.withSignature(receiver.bodies().ordinary(), "zx".repeat(32)));
  }

  private static Case upperCase() {
    return Case.should(SIGNATURE, "signature-upper-case", Mistake.FRAGILE_PARSER)
        .title("Survives a signature in upper case")
        .why(
            "Asana writes lower case. Either answer to upper case is sound; a server error is not.",
            Source.OURS)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Body body = receiver.bodies().ordinary();
              String hex = Signature.of(receiver.secret(), body).hex().toUpperCase(Locale.ROOT);
              if (!forgery(receiver).refused()) {
                return new Outcome.Skipped(ORDINARY_FORGERY);
              }
              return Expect.noCrash(
                  receiver.send(receiver.withSignature(body, hex)), "A signature in upper case");
            });
  }

  private static Case twoHeaders() {
    return Case.should(SIGNATURE, "signature-two-headers", Mistake.AMBIGUITY_ACCEPTED)
        .title("Refuses a delivery with two signatures")
        .why(
            "Asana sends one. Two parts of a system that each look at another one believe different"
                + " things.",
            Source.OURS)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Body body = receiver.bodies().ordinary();
              String right = Signature.of(receiver.secret(), body).hex();
              String wrong = Signature.of(receiver.stranger(), body).hex();
              return Expect.first(
                  () ->
                      Expect.notAccepted(
                          receiver.send(two(body, right, wrong)),
                          "A right and then a wrong signature"),
                  () ->
                      Expect.notAccepted(
                          receiver.send(two(body, wrong, right)),
                          "A wrong and then a right signature"));
            });
  }

  private static Post two(Body body, String first, String second) {
    return new Post(Headers.of(Signature.HEADER, first, Signature.HEADER, second), body);
  }

  private static Case answeredProperly() {
    return Case.should(SIGNATURE, "forgery-answered-properly", Mistake.WRONG_STATUS)
        .title("Refuses a forged delivery with 4xx")
        .why(
            "A server error for a forgery raises false alarms, and a proxy may send the delivery"
                + " again.",
            Source.OURS)
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Answer answer = forgery(receiver);
              return answer.accepted()
                  ? new Outcome.Skipped("it is accepted; see signature-of-other-webhook")
                  : Expect.refused(answer, "A forged delivery");
            });
  }

  /** A signature of the right form, made with another secret. */
  private static Answer forgery(Receiver receiver) {
    return receiver.send(receiver.signed(receiver.bodies().ordinary(), receiver.stranger()));
  }
}
