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

  /**
   * Sends one and waits for its answer. Empty when there is no such delivery any more.
   *
   * @param edited the body to send instead, or null
   * @throws NotSent when it must not go there, or is a handshake: its secret was not kept with it
   * @throws CannotSign if it should be signed with a secret that is not here
   */
  Optional<Sent> send(DeliveryId delivery, @Nullable Body edited) {
    return ledger.find(delivery).map(Entry.Kept::judged).map(judged -> send(judged, edited));
  }

  private Sent send(Judged judged, @Nullable Body edited) {
    if (judged.judgement().handshake()) {
      throw new NotSent("a handshake is not replayed; its secret is kept apart from it");
    }
    Copier.Copy copy = copier.copy(judged, edited);
    Instant at = clock.instant();
    Outcome outcome = outbound.send(target, copy.outgoing(), Replayer.DEADLINE);
    return switch (outcome) {
      case Outcome.Answered answered ->
          sent(judged, copy, at, answered.status(), answered.took(), null);
      case Outcome.Failed failed -> sent(judged, copy, at, null, failed.took(), failed.because());
      case Outcome.Denied denied -> throw new NotSent(denied.because());
    };
  }

  private Sent sent(
      Judged judged,
      Copier.Copy copy,
      Instant at,
      @Nullable Integer status,
      Duration took,
      @Nullable String because) {
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
            outgoing.marker());
    return new Sent(attempt, took, copy.signedWith());
  }
}
