package webhookinspector.conform;

import static webhookinspector.conform.Group.SIGNATURE;

import java.util.List;
import webhookinspector.conform.Case.Phase;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/** Whether genuine deliveries are believed and nothing else is. */
final class SignatureChecks {

  private SignatureChecks() {}

  static List<Case> all() {
    return List.of(
        accepted(),
        headerCase(),
        beforeHandshake(),
        missing(),
        junk(),
        changedBody(),
        changedSignature(),
        oldBody(),
        otherWebhook());
  }

  private static Case accepted() {
    return Case.must(SIGNATURE, "delivery-accepted", Mistake.DELIVERY_REFUSED)
        .title("Accepts a genuine delivery")
        .why("Refused deliveries pause the webhook, and after 24 h Asana deletes it.", Source.GUIDE)
        .tries(
            receiver -> {
              Opening opening = receiver.openingAsEvidence();
              Answer answer = opening.delivery();
              if (answer.accepted()) {
                return Outcome.passed();
              }
              if (!opening.shookHands() || answer.redirected() || answer.timedOut()) {
                return new Outcome.Skipped(opening.whyUnusable(receiver.plan().limit()));
              }
              return new Outcome.Failed(
                  ("A signed delivery was not accepted: "
                          + answer.inWords()
                          + ". "
                          + opening.computation())
                      .strip());
            });
  }

  private static Case headerCase() {
    return Case.must(SIGNATURE, "signature-header-case", Mistake.DELIVERY_REFUSED)
        .title("Finds X-Hook-Signature in any case")
        .why(
            "Header names have no case, and proxies and tunnels write them in lower case.",
            Source.HTTP)
        .mend("Look headers up without regard to case.")
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              for (String name : List.of("x-hook-signature", "X-HOOK-SIGNATURE")) {
                Body body = receiver.bodies().ordinary();
                String hex = Signature.of(receiver.secret(), body).hex();
                Answer answer = receiver.send(new Post(Headers.of(name, hex), body));
                if (!answer.accepted()) {
                  return Expect.accepted(answer, "A delivery with " + name);
                }
              }
              return Outcome.passed();
            });
  }

  private static Case beforeHandshake() {
    return Case.must(SIGNATURE, "no-secret-refused", Mistake.FORGERY_ACCEPTED)
        .title("Believes nothing before it has a secret")
        .why(
            "Without a secret nothing can be verified. Code that then skips the check, or computes"
                + " with an empty or undefined key, believes anybody.",
            Source.SAMPLES)
        .mend("Fail closed: without a secret for this address, answer 401.")
        .in(Phase.UNSETTLED)
        .tries(
            receiver -> {
              Body body = receiver.bodies().ordinary();
              Answer unsigned = receiver.send(receiver.unsigned(body));
              if (unsigned.accepted()) {
                return Expect.notAccepted(unsigned, "An unsigned delivery before any handshake");
              }
              for (String key : List.of("undefined", "null", "None", "secret")) {
                Answer answer = receiver.send(receiver.signed(body, Secret.of(key)));
                if (answer.accepted()) {
                  return Expect.notAccepted(answer, "A delivery signed with the key " + key);
                }
              }
              return Outcome.passed();
            });
  }

  private static Case missing() {
    return refuses(
        "signature-missing",
        "Refuses a delivery without a signature",
        "Asana signs every delivery, so an unsigned one is not from Asana.",
        "An unsigned delivery",
        receiver -> receiver.unsigned(receiver.bodies().ordinary()));
  }

  private static Case junk() {
    return refuses(
        "junk-refused",
        "Refuses a POST that is nothing of Asana's",
        "Scanners post to every public address. A 200 tells them that somebody listens, and fills"
            + " the store.",
        "Unsigned junk",
        _ -> new Post(Headers.of("Content-Type", "text/plain"), Body.of("hello?id=1&x=<y>")));
  }

  private static Case changedBody() {
    return refuses(
        "body-changed",
        "Refuses a body that was changed after signing",
        "That is what the signature is for: one digit of one id makes another task.",
        "A body with one changed digit",
        receiver -> {
          String gid = receiver.bodies().gid();
          String other = gid.substring(0, gid.length() - 1) + (gid.endsWith("0") ? "1" : "0");
          Body body = receiver.bodies().about(gid);
          String hex = Signature.of(receiver.secret(), body).hex();
          return receiver.withSignature(Body.of(body.text().replace(gid, other)), hex);
        });
  }

  private static Case changedSignature() {
    return refuses(
        "signature-changed",
        "Refuses a signature with one wrong digit",
        "A comparison that looks at the first characters only can be guessed.",
        "A signature with its last digit changed",
        receiver -> {
          Body body = receiver.bodies().ordinary();
          String hex = Signature.of(receiver.secret(), body).hex();
          String last = hex.endsWith("0") ? "1" : "0";
          return receiver.withSignature(body, hex.substring(0, 63) + last);
        });
  }

  private static Case oldBody() {
    return refuses(
        "signature-of-old-body",
        "Refuses a new body with the signature of an old one",
        "Whoever has seen one delivery has a valid signature, for that body only.",
        "A delivery with the signature of the one before",
        receiver -> {
          Body old = receiver.bodies().ordinary();
          receiver.deliver(old);
          return receiver.withSignature(
              receiver.bodies().ordinary(), Signature.of(receiver.secret(), old).hex());
        });
  }

  private static Case otherWebhook() {
    return refuses(
        "signature-of-other-webhook",
        "Refuses a delivery signed with another webhook's secret",
        "Each webhook has its own secret. Whoever owns another webhook could otherwise sign for"
            + " this one.",
        "A delivery signed with another secret",
        receiver -> receiver.signed(receiver.bodies().ordinary(), receiver.secondSecret()));
  }

  /** Forms of a signature are in {@link SignatureFormChecks}. */
  static Case refuses(String id, String title, String why, String what, Forgery forgery) {
    return Case.must(SIGNATURE, id, Mistake.FORGERY_ACCEPTED)
        .title(title)
        .why(why, Source.GUIDE)
        .needs(Need.DELIVERY)
        .tries(receiver -> Expect.notAccepted(receiver.send(forgery.by(receiver)), what));
  }

  /** Something that must not be believed. */
  @FunctionalInterface
  interface Forgery {
    Post by(Receiver receiver);
  }
}
