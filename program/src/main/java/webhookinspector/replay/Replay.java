package webhookinspector.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Outcome;
import webhookinspector.egress.Outgoing;
import webhookinspector.egress.Target;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.OutboxTrouble;

/**
 * Sends a kept delivery to a target again, with its original signature, so that the target can
 * verify it.
 */
public final class Replay {

  /** As long as Asana waits for an answer (webhooks guide). */
  public static final Duration DEADLINE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private final Ledger ledger;
  private final Outbox outbox;
  private final Outbound outbound;
  private final InstantSource clock;

  public Replay(Ledger ledger, Outbox outbox, Outbound outbound, InstantSource clock) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.outbound = outbound;
    this.clock = clock;
  }

  /**
   * Empty when there is no such delivery.
   *
   * @throws NotSent when it must not go there, or is a handshake: its secret was not kept with it
   */
  public Optional<Attempt> send(DeliveryId delivery, Target target) {
    return ledger.find(delivery).map(Entry.Kept::judged).map(judged -> send(judged, target));
  }

  private Attempt send(Judged judged, Target target) {
    if (judged.judgement().handshake()) {
      throw new NotSent("a handshake is not replayed; its secret is kept apart from it");
    }
    Instant at = clock.instant();
    Outgoing copy = Outgoing.copyOf(judged.id().text(), judged.delivery());
    Outcome outcome = outbound.send(target, copy, DEADLINE);
    Attempt attempt = attempt(judged.id(), target, at, outcome);
    remember(attempt);
    return attempt;
  }

  private static Attempt attempt(DeliveryId id, Target target, Instant at, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered ->
          attempt(id, target, at, answered.status(), answered.took(), null);
      case Outcome.Failed failed -> attempt(id, target, at, null, failed.took(), failed.because());
      case Outcome.Denied denied -> throw new NotSent(denied.because());
    };
  }

  private static Attempt attempt(
      DeliveryId id,
      Target target,
      Instant at,
      @Nullable Integer status,
      Duration took,
      @Nullable String because) {
    long millis = took.toMillis();
    var source = Attempt.Source.REPLAY;
    return new Attempt(id, target.toString(), at, status, millis, because, source, id.text());
  }

  /** It was sent, whether or not we can remember it. */
  private void remember(Attempt attempt) {
    try {
      outbox.keep(List.of(attempt));
    } catch (OutboxTrouble e) {
      LOG.warn("an attempt is not remembered: {}", e.getMessage());
    }
  }
}
