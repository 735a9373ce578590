package webhookinspector.conform;

import static webhookinspector.conform.Group.HEARTBEAT;

import java.util.List;

/** {@code {"events":[]}}, which keeps a quiet webhook alive. */
final class HeartbeatChecks {

  private HeartbeatChecks() {}

  static List<Case> all() {
    return List.of(
        Case.must(HEARTBEAT, "heartbeat-accepted", Mistake.HEARTBEAT_REFUSED)
            .title("Accepts a heartbeat")
            .why(
                "Asana sends an empty list of events after the handshake and every 8 h. A webhook"
                    + " whose heartbeats fail for 24 h is deleted without notice.",
                Source.GUIDE)
            .needs(Need.DELIVERY)
            .tries(receiver -> Expect.accepted(receiver.deliver(Bodies.HEARTBEAT), "A heartbeat")),
        Case.must(HEARTBEAT, "heartbeat-forged-refused", Mistake.FORGERY_ACCEPTED)
            .title("Refuses a heartbeat with a wrong signature")
            .why(
                "Heartbeats are signed like any delivery. Code that answers 200 to every empty list"
                    + " lets a stranger fake good health.",
                Source.GUIDE)
            .needs(Need.DELIVERY)
            .tries(
                receiver ->
                    Expect.notAccepted(
                        receiver.send(receiver.signed(Bodies.HEARTBEAT, receiver.secondSecret())),
                        "A heartbeat with a wrong signature")),
        Case.must(HEARTBEAT, "heartbeat-unsigned-refused", Mistake.FORGERY_ACCEPTED)
            .title("Refuses a heartbeat without a signature")
            .why("An unsigned heartbeat proves nothing; Asana signs every one.", Source.GUIDE)
            .needs(Need.DELIVERY)
            .tries(
                receiver ->
                    Expect.notAccepted(
                        receiver.send(receiver.unsigned(Bodies.HEARTBEAT)),
                        "A heartbeat without a signature")));
  }
}
