package webhookinspector.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Outcome;
import webhookinspector.egress.Outgoing;
import webhookinspector.egress.Target;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.outbox.Attempt;

/** Sends copies of kept deliveries to one target. Safe for many threads. */
record Sending(
    Ledger ledger, Outbound outbound, InstantSource clock, Target target, Copier copier) {

  /** A copy that is ready to go. */
  record Ready(Judged judged, Copier.Copy copy) {}

  /**
   * Makes a copy ready, so that nothing but sending is left to do when its moment comes. Empty when
   * there is no such delivery any more.
   *
   * @param edited the body to send instead, or null
   * @throws NotSent when it is a handshake: its secret was not kept with it
   * @throws CannotSign if it should be signed with a secret that is not here
   */
  Optional<Ready> prepare(DeliveryId delivery, @Nullable Body edited) {
    return ledger.find(delivery).map(Entry.Kept::judged).map(judged -> ready(judged, edited));
  }

  private Ready ready(Judged judged, @Nullable Body edited) {
    if (judged.judgement().handshake()) {
      throw new NotSent("a handshake is not replayed; its secret is kept apart from it");
    }
    return new Ready(judged, copier.copy(judged, edited));
  }

  /** Does all of it for one delivery but for sending it there. */
  void rehearse(DeliveryId delivery) {
    prepare(delivery, null).ifPresent(ready -> outbound.rehearse(ready.copy.outgoing()));
  }

  /**
   * Sends it and waits for the answer.
   *
   * @throws NotSent when it must not go there
   */
  Sent send(Ready ready) {
    Instant at = clock.instant();
    Judged judged = ready.judged;
    Outcome outcome = outbound.send(target, ready.copy.outgoing(), Replayer.DEADLINE);
    return switch (outcome) {
      case Outcome.Answered answered ->
          sent(
              judged,
              ready.copy,
              at,
              answered.status(),
              answered.took(),
              null,
              answered.beginning());
      case Outcome.Failed failed ->
          sent(judged, ready.copy, at, null, failed.took(), failed.because(), null);
      case Outcome.Denied denied -> throw new NotSent(denied.because());
    };
  }

  private Sent sent(
      Judged judged,
      Copier.Copy copy,
      Instant at,
      @Nullable Integer status,
      Duration took,
      @Nullable String because,
      @Nullable String answerBody) {
    Outgoing outgoing = copy.outgoing();
    var attempt =
        new Attempt(
            judged.id(),
            target.toString(),
            at,
            status,
            took.toMillis(),
            because,
            Attempt.Source.REPLAY,
            outgoing.marker(),
            answerBody);
    return new Sent(attempt, took, copy.signedWith());
  }
}
