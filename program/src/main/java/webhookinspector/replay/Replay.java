package webhookinspector.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Outcome;
import webhookinspector.egress.Outgoing;
import webhookinspector.egress.Target;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;

/**
 * Sends a kept delivery to a target again, with its original signature, so that the target can
 * verify it.
 */
public final class Replay {

  /** As long as Asana waits for an answer (webhooks guide). */
  public static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final Outbound outbound;
  private final InstantSource clock;

  public Replay(Ledger ledger, Outbound outbound, InstantSource clock) {
    this.ledger = ledger;
    this.outbound = outbound;
    this.clock = clock;
  }

  /**
   * Empty when there is no such delivery. A handshake is never sent: its secret was not kept with
   * it.
   */
  public Optional<Attempt> send(DeliveryId delivery, Target target) {
    return ledger.find(delivery).map(Entry.Kept::judged).map(judged -> send(judged, target));
  }

  private Attempt send(Judged judged, Target target) {
    Instant at = clock.instant();
    Outcome outcome =
        judged.judgement().handshake()
            ? new Outcome.Denied("a handshake is not replayed; its secret is kept apart from it")
            : outbound.send(
                target, Outgoing.copyOf(judged.id().text(), judged.delivery()), DEADLINE);
    return new Attempt(judged.id(), target, at, outcome);
  }
}
