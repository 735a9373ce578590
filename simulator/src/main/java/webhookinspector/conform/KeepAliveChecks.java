package webhookinspector.conform;

import static webhookinspector.conform.Group.TRANSPORT;

import java.io.IOException;
import java.util.List;

/** Several deliveries on one connection. A receiver may close it, but must say so. */
final class KeepAliveChecks {

  private KeepAliveChecks() {}

  static List<Case> all() {
    return List.of(
        Case.must(TRANSPORT, "keep-alive", Mistake.FRAGILE_HTTP)
            .title("Takes several deliveries on one connection")
            .why(
                "Senders and proxies keep connections open. What is left over from one delivery"
                    + " must not become the start of the next.",
                Source.HTTP)
            .needs(Need.DELIVERY)
            .tries(
                receiver ->
                    inTurn(
                        receiver,
                        List.of(
                            receiver.signed(receiver.bodies().ordinary()),
                            receiver.signed(receiver.bodies().batch(10)),
                            receiver.signed(receiver.bodies().ordinary())),
                        "A later delivery on the same connection")),
        Case.must(TRANSPORT, "keep-alive-after-refusal", Mistake.FRAGILE_HTTP)
            .title("Takes a delivery on a connection on which one was refused")
            .why(
                "A receiver that refuses without reading the body, and keeps the connection, reads"
                    + " that body as the next delivery.",
                Source.HTTP)
            .needs(Need.DELIVERY)
            .tries(
                receiver ->
                    inTurn(
                        receiver,
                        List.of(
                            receiver.unsigned(receiver.bodies().batch(150)),
                            receiver.signed(receiver.bodies().ordinary())),
                        "A genuine delivery after a refused one")));
  }

  /** Sends all on one connection, as far as it is kept, and judges the last answer. */
  private static Outcome inTurn(Receiver receiver, List<Post> posts, String what)
      throws IOException {
    try (Line line = receiver.wire().open()) {
      for (int i = 0; i < posts.size(); i++) {
        Post post = posts.get(i);
        boolean last = i == posts.size() - 1;
        Answer answer = line.exchange(post, receiver.patience(), last, () -> {});
        receiver.noted(receiver.plan().target(), post, answer);
        if (last) {
          return Expect.accepted(answer, what);
        }
        if (!(answer instanceof Answer.Given given)) {
          return new Outcome.Failed("one of them got no answer: " + answer.inWords());
        }
        if (!given.reusable()) {
          return new Outcome.Passed("the receiver closes the connection, which it may");
        }
      }
    }
    return Outcome.passed();
  }
}
