package webhookinspector.conform;

import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Signature;

/** Shakes hands for the first time, as Asana does, and finds out what is in the way if it fails. */
final class Opener {

  private final Receiver receiver;
  private boolean killed;

  Opener(Receiver receiver) {
    this.receiver = receiver;
  }

  Opening open() throws Unreachable {
    int before = receiver.evidence().all().size();
    receiver.upkeep().arm();
    Answer plain = firstHandshake();
    Answer withBody = null;
    Answer withSignature = null;
    if (plain.refused() || plain.crashed()) {
      withBody = receiver.send(with("{}", "Content-Type", "application/json"));
    }
    if (withBody != null && !withBody.accepted()) {
      withSignature = receiver.send(with("", Signature.HEADER, signatureOfNothing()));
    }
    boolean echoed = echoes(plain) || echoes(withBody) || echoes(withSignature);
    receiver.upkeep().settle();
    Answer delivery = receiver.deliver(receiver.bodies().ordinary());
    Boolean kept = killed ? (Boolean) delivery.accepted() : null;
    if (killed && !delivery.accepted()) {
      receiver.upkeep().revive();
      receiver.upkeep().arm();
      receiver.send(Receiver.handshake(receiver.secret()));
      receiver.upkeep().settle();
      delivery = receiver.deliver(receiver.bodies().ordinary());
    }
    String computation = echoed && delivery.refused() ? WrongComputation.taken(receiver) : "";
    var traffic = receiver.evidence().all();
    return new Opening(
        plain,
        withBody,
        withSignature,
        echoed,
        kept,
        delivery,
        computation,
        traffic.subList(before, traffic.size()));
  }

  /** Kills the receiver right after its echo, where that can be done and is wanted. */
  private Answer firstHandshake() throws Unreachable {
    Post post = Receiver.handshake(receiver.secret());
    ReceiverProcess process = receiver.plan().process();
    if (process == null || !receiver.plan().wants(RestartChecks.KEPT_BEFORE_ECHO)) {
      return receiver.send(post);
    }
    Runnable kill = process.readyToKill();
    Answer answer = receiver.wire().send(post, receiver.patience(), kill);
    receiver.noted(receiver.plan().target(), post, answer);
    if (answer instanceof Answer.Given) {
      killed = answer.accepted();
      process.awaitEnd();
      process.start();
    }
    return answer;
  }

  private boolean echoes(@Nullable Answer answer) {
    return answer != null && answer.accepted() && Receiver.echoes(answer, receiver.secret());
  }

  private Post with(String body, String header, String value) {
    return new Post(
        Headers.of(Handshake.HEADER, receiver.secret().reveal(), header, value), Body.of(body));
  }

  private String signatureOfNothing() {
    return Signature.of(receiver.secret(), Body.of("")).hex();
  }
}
