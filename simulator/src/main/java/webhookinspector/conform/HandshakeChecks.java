package webhookinspector.conform;

import static webhookinspector.conform.Group.HANDSHAKE;

import java.util.List;

/** The first handshake: whether a webhook can be created at all. */
final class HandshakeChecks {

  private HandshakeChecks() {}

  static List<Case> all() {
    return List.of(accepted(), unsigned(), emptyBody(), echo(), inTime());
  }

  private static Case accepted() {
    return Case.must(HANDSHAKE, "handshake-accepted", Mistake.HANDSHAKE_REFUSED)
        .title("Answers a handshake with 200 or 204")
        .why(
            "Asana creates the webhook only if the handshake inside the create call is answered"
                + " with one of these; otherwise the call fails with 400 and no webhook exists.",
            Source.API)
        .tries(
            receiver -> {
              Opening opening = receiver.openingAsEvidence();
              Answer answer = opening.handshake();
              if (answer.redirected()) {
                return new Outcome.Skipped("it is answered with a redirect; see no-redirect");
              }
              if (answer.timedOut()) {
                return new Outcome.Skipped("it is not answered in time; see handshake-in-time");
              }
              if (Opening.isAccepted(opening.withBody())) {
                return new Outcome.Skipped("it is with a body only; see handshake-empty-body");
              }
              if (Opening.isAccepted(opening.withSignature())) {
                return new Outcome.Skipped("it is with a signature only; see handshake-unsigned");
              }
              if (answer.accepted()) {
                return answer.status() == 200 || answer.status() == 204
                    ? Outcome.passed()
                    : new Outcome.Failed("answered with " + answer.status());
              }
              return new Outcome.Failed(
                  "The handshake was not accepted: "
                      + answer.inWords()
                      + ". If the receiver keeps the secret of an earlier run, run again with that"
                      + " run's --seed, or empty its store."
                      + (receiver.plan().arm() == null
                          ? " If it takes handshakes only while a create call is open, say how to"
                              + " open one with --arm."
                          : ""));
            });
  }

  private static Case unsigned() {
    return Case.must(HANDSHAKE, "handshake-unsigned", Mistake.HANDSHAKE_REFUSED)
        .title("Asks no signature of a handshake")
        .why(
            "The handshake brings the secret, so it cannot be signed with it. Receivers that verify"
                + " first answer 401 and can never be subscribed.",
            Source.SAMPLES)
        .tries(
            receiver ->
                Opening.isAccepted(receiver.openingAsEvidence().withSignature())
                    ? new Outcome.Failed("The handshake was accepted only with a signature.")
                    : afterHandshake(receiver));
  }

  private static Case emptyBody() {
    return Case.must(HANDSHAKE, "handshake-empty-body", Mistake.HANDSHAKE_REFUSED)
        .title("Accepts a handshake without a body")
        .why(
            "The body of a handshake is not documented and may be empty; JSON parsers in front of"
                + " the code like to answer 400 or 415 to that.",
            Source.SAMPLES)
        .tries(
            receiver ->
                Opening.isAccepted(receiver.openingAsEvidence().withBody())
                    ? new Outcome.Failed("The handshake was accepted only with {} as its body.")
                    : afterHandshake(receiver));
  }

  private static Case echo() {
    return Case.must(HANDSHAKE, "handshake-echo", Mistake.ECHO_MISSING)
        .title("Sends the secret back in X-Hook-Secret, once and exactly")
        .why(
            "Asana compares the header of the answer with what it sent and gives up if they differ.",
            Source.API)
        .tries(
            receiver -> {
              Opening opening = receiver.openingAsEvidence();
              if (!opening.shookHands()) {
                return afterHandshake(receiver);
              }
              return opening.echoed()
                  ? Outcome.passed()
                  : new Outcome.Failed(
                      "The handshake was accepted, but the answer does not carry X-Hook-Secret with"
                          + " the value that came.");
            });
  }

  private static Case inTime() {
    return Case.must(HANDSHAKE, "handshake-in-time", Mistake.SLOW_HANDLER)
        .title("Answers a handshake in time")
        .why(
            "The create call waits for it. Asana names 10 s for deliveries; cold starts are the"
                + " usual reason to miss it.",
            Source.GUIDE)
        .mend("Keep the receiver warm, and echo the secret before any other work.")
        .tries(
            receiver ->
                receiver.openingAsEvidence().handshake().timedOut()
                    ? new Outcome.Failed("no answer to the handshake")
                    : Timing.judge(receiver, List.of(receiver.opening().handshake())));
  }

  /** Passed if any handshake got through; else another check says why not. */
  private static Outcome afterHandshake(Receiver receiver) throws Exception {
    Opening opening = receiver.opening();
    return opening.shookHands()
        ? Outcome.passed()
        : new Outcome.Skipped(opening.whyUnusable(receiver.plan().limit()));
  }
}
