package webhookinspector.conform;

import java.io.IOException;
import webhookinspector.delivery.Body;

/** Keeps one connection open in the middle of a delivery while another POST is made. */
final class Busy {

  private Busy() {}

  static Outcome whileOneIsOpen(Receiver receiver, Post other, String what) throws IOException {
    Body body = receiver.bodies().ordinary();
    Post halfway = receiver.signed(body);
    try (Line line = receiver.wire().open()) {
      line.begin(halfway);
      Answer meanwhile = receiver.send(other, receiver.plan().limit());
      Answer first = line.finish(halfway, receiver.patience());
      receiver.noted(receiver.plan().target(), halfway, first);
      receiver.evidence().showLast(first.accepted() ? meanwhile : first);
      if (meanwhile.timedOut()) {
        return new Outcome.Failed(
            "While half of a delivery had come on one connection, "
                + what
                + " on a second was not answered within "
                + Timing.inWords(receiver.plan().limit())
                + ".");
      }
      return Expect.first(
          () -> Expect.accepted(meanwhile, what),
          () -> Expect.accepted(first, "the delivery begun before it"));
    }
  }
}
