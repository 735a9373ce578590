package webhookinspector.conform;

import static webhookinspector.conform.Group.TRANSPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several deliveries at once. */
final class ConcurrencyChecks {

  private ConcurrencyChecks() {}

  static List<Case> all() {
    return List.of(
        busy(),
        atOnce(Case.must(TRANSPORT, "concurrent-deliveries", Mistake.FRAGILE_HTTP), 8),
        atOnce(Case.should(TRANSPORT, "burst-of-deliveries", Mistake.FRAGILE_HTTP), 32));
  }

  private static Case busy() {
    return Case.must(TRANSPORT, "delivery-while-busy", Mistake.SINGLE_THREADED)
        .title("Accepts a delivery while another one is still coming in")
        .why(
            "A slow or hanging connection must not keep all others waiting until Asana gives up.",
            Source.OURS)
        .needs(Need.DELIVERY)
        .tries(
            receiver ->
                Busy.whileOneIsOpen(
                    receiver, receiver.signed(receiver.bodies().ordinary()), "a delivery"));
  }

  private static Case atOnce(Case.Draft draft, int deliveries) {
    return draft
        .title("Accepts " + deliveries + " deliveries at once")
        .why(
            "Several webhooks on one receiver, or a backlog after an outage, come side by side.",
            Source.OURS)
        .mend("Allow more waiting connections (the backlog), and make the handler thread-safe.")
        .needs(Need.DELIVERY)
        .tries(
            receiver -> {
              for (Answer answer : together(receiver, deliveries)) {
                if (!answer.accepted()) {
                  receiver.evidence().showLast(answer);
                  return Expect.accepted(answer, "One of them");
                }
              }
              return Outcome.passed();
            });
  }

  private static List<Answer> together(Receiver receiver, int deliveries) throws Exception {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < deliveries; i++) {
      Post post = receiver.signed(receiver.bodies().batch(3));
      calls.add(() -> receiver.send(post));
    }
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
