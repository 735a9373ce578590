package webhookinspector.conform;

import static webhookinspector.conform.Group.HANDSHAKE;

import java.util.List;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Handshake;

/** The secret that a receiver already has once more, in the forms that the network may give it. */
final class RepeatedHandshakeChecks {

  private RepeatedHandshakeChecks() {}

  static List<Case> all() {
    return List.of(repeated(), oddBodies(), nameCase());
  }

  private static Case repeated() {
    return Case.should(HANDSHAKE, "handshake-repeat", Mistake.HANDSHAKE_REFUSED)
        .title("Echoes the secret that it already has once more")
        .why(
            "An answer can get lost after you kept the secret; the same handshake again must then"
                + " succeed and change nothing.",
            Source.OURS)
        .mend("Compare the offered secret with the one you have; if they are equal, echo it again.")
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              Answer answer = receiver.send(Receiver.handshake(receiver.secret()));
              return Receiver.echoes(answer, receiver.secret()) && answer.accepted()
                  ? Expect.accepted(
                      receiver.deliver(receiver.bodies().ordinary()), "a delivery afterwards")
                  : new Outcome.Failed("not echoed again: " + answer.inWords());
            });
  }

  private static Case oddBodies() {
    return Case.must(HANDSHAKE, "handshake-odd-body", Mistake.HANDSHAKE_REFUSED)
        .title("Never looks into the body of a handshake")
        .why(
            "Nothing is promised about it: it may be empty, {}, an empty list of events, or text"
                + " that is not JSON.",
            Source.OURS)
        .needs(Need.DELIVERY, Need.ECHO)
        .tries(
            receiver -> {
              for (String body : List.of("{}", "{\"events\":[]}", "null", "hello", "{")) {
                Answer answer =
                    receiver.send(
                        new Post(
                            Headers.of(
                                "Content-Type",
                                "application/json",
                                Handshake.HEADER,
                                receiver.secret().reveal()),
                            Body.of(body)));
                if (!Receiver.echoes(answer, receiver.secret())) {
                  return new Outcome.Failed(
                      "not echoed with the body " + body + ": " + answer.inWords());
                }
              }
              return Outcome.passed();
            });
  }

  private static Case nameCase() {
    return Case.must(HANDSHAKE, "handshake-header-case", Mistake.HANDSHAKE_REFUSED)
        .title("Finds X-Hook-Secret in any case")
        .why(
            "Header names have no case, and proxies and tunnels write them in lower case.",
            Source.HTTP)
        .needs(Need.DELIVERY, Need.ECHO)
        .tries(
            receiver -> {
              for (String name : List.of("x-hook-secret", "X-HOOK-SECRET", "X-hook-Secret")) {
                Answer answer =
                    receiver.send(
                        new Post(Headers.of(name, receiver.secret().reveal()), Body.of("")));
                if (!Receiver.echoes(answer, receiver.secret())) {
                  return new Outcome.Failed("not echoed for " + name + ": " + answer.inWords());
                }
              }
              return Outcome.passed();
            });
  }
}
