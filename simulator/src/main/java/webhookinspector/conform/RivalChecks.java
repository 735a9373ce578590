package webhookinspector.conform;

import static webhookinspector.conform.Group.HANDSHAKE;

import java.util.List;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Signature;

/** Whether a stranger who knows the address can put a secret of his own in place of Asana's. */
final class RivalChecks {

  private RivalChecks() {}

  static List<Case> all() {
    return List.of(unasked(), busy(), second(), takeover(), selfSigned(), hostileValues());
  }

  private static Case unasked() {
    return Case.must(HANDSHAKE, "handshake-unasked-refused", Mistake.UNASKED_HANDSHAKE_ACCEPTED)
        .title("Refuses a handshake that no create call asked for")
        .why(
            "Handshakes carry no proof of their origin. If one is taken at any time, whoever posts"
                + " first owns the webhook, and Asana's own handshake is refused as the second.",
            Source.SAMPLES)
        .needs(Need.ARM)
        .in(Case.Phase.UNSETTLED)
        .tries(
            receiver -> {
              Answer answer = receiver.send(Receiver.handshake(receiver.stranger()));
              return Receiver.echoes(answer, receiver.stranger())
                  ? new Outcome.Failed("echoed before --arm had run: " + answer.inWords())
                  : Expect.notAccepted(answer, "A handshake before --arm had run");
            });
  }

  private static Case busy() {
    return Case.must(HANDSHAKE, "handshake-while-busy", Mistake.SINGLE_THREADED)
        .title("Answers a handshake while another connection is in use")
        .why(
            "Asana sends the handshake while your create call is open. A receiver that serves one"
                + " connection at a time, or makes the call on its only thread, waits for itself"
                + " until both time out.",
            Source.GUIDE)
        .needs(Need.DELIVERY, Need.ECHO)
        .tries(
            receiver ->
                Busy.whileOneIsOpen(
                    receiver, Receiver.handshake(receiver.secret()), "the handshake"));
  }

  private static Case second() {
    return Case.must(HANDSHAKE, "handshake-stranger-refused", Mistake.ANY_SECRET_ACCEPTED)
        .title("Does not echo another secret once it has one")
        .why(
            "A settled webhook never gets a second secret from Asana, so whoever offers one is a"
                + " stranger. n8n and Corsair had to mend this in 2026.",
            Source.SAMPLES)
        .needs(Need.DELIVERY)
        .in(Case.Phase.DISTURBING)
        .tries(
            receiver -> {
              Answer answer = receiver.send(Receiver.handshake(receiver.stranger()));
              return Receiver.echoes(answer, receiver.stranger())
                  ? new Outcome.Failed("another secret was echoed: " + answer.inWords())
                  : Expect.notAccepted(answer, "Another secret");
            });
  }

  private static Case takeover() {
    return Case.must(HANDSHAKE, "handshake-no-takeover", Mistake.ANY_SECRET_ACCEPTED)
        .title("Keeps its secret when a stranger offers another")
        .why(
            "If the new secret replaces the old, the stranger's forgeries are believed and Asana's"
                + " deliveries refused, until Asana deletes the webhook.",
            Source.SAMPLES)
        .needs(Need.DELIVERY)
        .in(Case.Phase.DISTURBING)
        .tries(
            receiver -> {
              receiver.send(Receiver.handshake(receiver.stranger()));
              Body body = receiver.bodies().ordinary();
              return Expect.first(
                  () ->
                      Expect.notAccepted(
                          receiver.send(receiver.signed(body, receiver.stranger())),
                          "A delivery signed with the stranger's secret"),
                  () -> Expect.accepted(receiver.deliver(body), "A genuine delivery afterwards"));
            });
  }

  private static Case selfSigned() {
    return Case.must(HANDSHAKE, "handshake-not-self-signed", Mistake.ANY_SECRET_ACCEPTED)
        .title("Believes no delivery that brings its own secret")
        .why(
            "A POST with a secret and a signature made with it proves nothing. It must not slip"
                + " past the check as a handshake and a delivery in one.",
            Source.OURS)
        .needs(Need.DELIVERY)
        .in(Case.Phase.DISTURBING)
        .tries(
            receiver -> {
              Body body = receiver.bodies().ordinary();
              Post post =
                  new Post(
                      Headers.of(
                          Handshake.HEADER,
                          receiver.stranger().reveal(),
                          Signature.HEADER,
                          Signature.of(receiver.stranger(), body).hex(),
                          "Content-Type",
                          "application/json"),
                      body);
              return Expect.notAccepted(receiver.send(post), "A delivery with its own secret");
            });
  }

  private static Case hostileValues() {
    return Case.must(HANDSHAKE, "handshake-hostile-value", Mistake.FRAGILE_HTTP)
        .title("Is not split or broken by a hostile secret")
        .why(
            "The secret is copied into a response header. Unchecked, an encoded line break adds"
                + " headers of a stranger's choice, and a long value makes the server fail.",
            Source.OURS)
        .mend("Echo only 16 to 512 characters of A-Z, a-z, 0-9, - and _; answer 400 to the rest.")
        .needs(Need.DELIVERY)
        .in(Case.Phase.DISTURBING)
        .tries(
            receiver -> {
              for (String value :
                  List.of(
                      "aaaaaaaaaaaaaaaa%0d%0aX-Injected:%20yes",
                      "aaaaaaaaaaaaaaaa\\r\\nX-Injected: yes",
                      "a".repeat(4_000),
                      "\u00e9\u00fc\u00df\u00e9\u00fc\u00df\u00e9\u00fc\u00df\u00e9\u00fc\u00df",
                      "")) {
                Answer answer =
                    receiver.send(new Post(Headers.of(Handshake.HEADER, value), Body.of("")));
                if (answer instanceof Answer.Given given && given.headers().has("X-Injected")) {
                  return new Outcome.Failed("The answer has a header that the secret brought in.");
                }
                if (answer.crashed()) {
                  return Expect.noCrash(answer, "A secret of " + value.length() + " characters");
                }
              }
              return Outcome.passed();
            });
  }
}
