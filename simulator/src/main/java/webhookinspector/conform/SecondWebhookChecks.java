package webhookinspector.conform;

import static webhookinspector.conform.Group.HANDSHAKE;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import webhookinspector.delivery.Body;

/** Whether two webhooks on one receiver keep to their own secrets. */
final class SecondWebhookChecks {

  private SecondWebhookChecks() {}

  static List<Case> all() {
    return List.of(
        Case.must(HANDSHAKE, "second-webhook", Mistake.SHARED_SECRET)
            .title("Keeps the secrets of two webhooks apart")
            .why(
                "Each webhook has its own secret. Public samples keep one variable: the second"
                    + " webhook overwrites it, and the first goes deaf.",
                Source.SAMPLES)
            .needs(Need.SECOND, Need.DELIVERY)
            .in(Case.Phase.DISTURBING)
            .tries(
                receiver -> {
                  URI second = Objects.requireNonNull(receiver.plan().second());
                  receiver.upkeep().arm();
                  Answer handshake =
                      receiver.sendTo(second, Receiver.handshake(receiver.secondSecret()));
                  receiver.upkeep().settle();
                  Body body = receiver.bodies().ordinary();
                  Post bySecond = receiver.signed(body, receiver.secondSecret());
                  return Expect.first(
                      () -> Expect.accepted(handshake, "The handshake of a second webhook"),
                      () ->
                          Expect.accepted(
                              receiver.sendTo(second, bySecond),
                              "A delivery to the second webhook"),
                      () ->
                          Expect.accepted(
                              receiver.deliver(body), "A delivery to the first webhook afterwards"),
                      () ->
                          Expect.notAccepted(
                              receiver.send(bySecond),
                              "A delivery to the first, signed with the second's secret,"));
                }));
  }
}
