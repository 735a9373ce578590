package webhookinspector.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.answers.Answer;
import webhookinspector.answers.Relay;
import webhookinspector.answers.Replies;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Outgoing;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.NotKept;
import webhookinspector.registry.Alert;
import webhookinspector.registry.NotSaved;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;
import webhookinspector.trust.Verdict;

/** The story of a delivery, from the last byte of its body to the answer. Safe for many threads. */
public final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Registry registry;
  private final Handshakes handshakes;
  private final Ledger ledger;
  private final DeliveryIds ids;
  private final InstantSource clock;
  private final MissingSecrets missing;
  private final Consumer<InboxKey> unknown;
  private final Replies replies;

  /**
   * @param alerts told when signed deliveries reach an inbox that has no secret; must return at
   *     once
   */
  public Intake(
      Registry registry,
      Handshakes handshakes,
      Ledger ledger,
      DeliveryIds ids,
      Consumer<Alert> alerts,
      InstantSource clock) {
    this(registry, handshakes, ledger, ids, alerts, _ -> {}, Replies.own(), clock);
  }

  /**
   * @param alerts told when signed deliveries reach an inbox that has no secret; must return at
   *     once
   * @param unknown told when somebody asks for a key that no inbox has; must return at once
   * @param replies who decides what goes back for what was kept
   */
  public Intake(
      Registry registry,
      Handshakes handshakes,
      Ledger ledger,
      DeliveryIds ids,
      Consumer<Alert> alerts,
      Consumer<InboxKey> unknown,
      Replies replies,
      InstantSource clock) {
    this.replies = replies;
    this.registry = registry;
    this.handshakes = handshakes;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
    this.unknown = unknown;
    this.missing = new MissingSecrets(alerts, clock);
  }

  /** The inbox at an address, before its body is read; {@code key} as it stands in the path. */
  public Optional<Inbox> find(String key) {
    Optional<InboxKey> wellFormed = InboxKey.parse(key);
    Optional<Inbox> inbox = wellFormed.flatMap(registry::find);
    if (inbox.isEmpty()) {
      wellFormed.ifPresent(unknown);
    }
    return inbox;
  }

  /**
   * Takes one POST.
   *
   * @param inbox from {@link #find}
   */
  public Receipt receive(Inbox inbox, Headers headers, Body body) {
    Delivery delivery = new Delivery(clock.instant(), headers, body);
    if (!Handshake.isIn(headers)) {
      return takeDelivery(inbox, delivery);
    }
    Delivery masked = new Delivery(delivery.receivedAt(), Masked.of(headers), body);
    if (headers.has(Signature.HEADER) && !handshakes.isOpen(inbox.name())) {
      return takeDelivery(inbox, masked);
    }
    return Handshake.offeredIn(headers)
        .map(offered -> takeHandshake(inbox, offered, masked))
        .orElseGet(() -> refuseUnsafe(inbox, masked));
  }

  /**
   * Whether {@link #receive(Inbox, Headers, Body, Consumer)} would do: an ordinary delivery to an
   * inbox that has its secret, answered as usual. Everything else may have to wait.
   */
  public boolean isOrdinary(Inbox inbox, Headers headers) {
    return inbox.secrets().confirmed() != null && !Handshake.isIn(headers) && replies.usual();
  }

  /**
   * Takes an ordinary delivery without waiting for the disk.
   *
   * @param answer told once, by this thread or by the one that writes; must return at once
   */
  public void receive(Inbox inbox, Headers headers, Body body, Consumer<Receipt> answer) {
    Delivery delivery = new Delivery(clock.instant(), headers, body);
    Verdict verdict = inbox.secrets().judge(headers, body);
    if (!verdict.believable()) {
      ledger.quarantine(judged(inbox, delivery, Judgement.of(verdict), 401));
      answer.accept(Receipt.REFUSED);
      return;
    }
    Judged judged = judged(inbox, delivery, Judgement.of(verdict), 200);
    ledger.append(
        judged,
        new Ledger.Outcome() {
          @Override
          public void kept(Position where) {
            answer.accept(Receipt.kept(judged.id()));
          }

          @Override
          public void notKept(NotKept why) {
            answer.accept(Receipt.TRY_LATER);
          }
        });
  }

  /** For callers that have no use for an early look at the inbox. */
  public Receipt receive(String key, Headers headers, Body body) {
    return find(key).map(inbox -> receive(inbox, headers, body)).orElse(Receipt.UNKNOWN);
  }

  private Receipt takeDelivery(Inbox inbox, Delivery delivery) {
    Secrets secrets = inbox.secrets();
    Verdict verdict = secrets.judge(delivery.headers(), delivery.body());
    if (verdict.believable()) {
      return keepAndAnswer(inbox, delivery, Judgement.of(verdict));
    }
    if (verdict instanceof Verdict.NoSecret) {
      if (secrets.matchesACandidate(delivery.headers(), delivery.body())) {
        return keepForTheElection(judged(inbox, delivery, Judgement.of(verdict), 200));
      }
      missing.noticed(inbox.name());
    }
    ledger.quarantine(judged(inbox, delivery, Judgement.of(verdict), 401));
    return Receipt.REFUSED;
  }

  /** Whatever is answered on purpose: what was not kept is answered as such. */
  private Receipt keepAndAnswer(Inbox inbox, Delivery delivery, Judgement judgement) {
    if (replies.relayed()) {
      return keepAndAsk(judged(inbox, delivery, judgement, 0), null);
    }
    Answer answer = replies.onPurpose().next();
    Judged judged = judged(inbox, delivery, judgement, answer.status());
    Receipt kept = keep(judged);
    return kept.status() == 200 ? Receipt.onPurpose(answer, judged.id()) : kept;
  }

  /**
   * Kept first, without an answer; then the app is asked.
   *
   * @param offered the secret of a handshake, or null
   */
  private Receipt keepAndAsk(Judged judged, @Nullable Secret offered) {
    Receipt kept = keep(judged);
    if (kept.status() != 200) {
      return kept;
    }
    Optional<Relay.Told> told = replies.relay().ask(judged, offered);
    int status = told.map(Relay.Told::status).orElse(200);
    remember(judged, status);
    boolean echo = offered != null && told.map(Relay.Told::echoes).orElse(true);
    return new Receipt(status, echo ? offered : null, judged.id(), Duration.ZERO);
  }

  private void remember(Judged judged, int status) {
    try {
      ledger.answered(judged.id(), judged.judgement(), status);
    } catch (NotKept e) {
      LOG.warn("the answer to delivery {} is not kept: {}", judged.id(), e.getMessage());
    }
  }

  private Receipt keep(Judged judged) {
    try {
      ledger.append(judged);
      return Receipt.kept(judged.id());
    } catch (NotKept e) {
      return Receipt.TRY_LATER;
    }
  }

  private Receipt keepForTheElection(Judged judged) {
    Receipt receipt = keep(judged);
    if (receipt.status() == 200) {
      try {
        handshakes.keptForTheElection(judged);
      } catch (NotKept e) {
        return Receipt.TRY_LATER; // the copy that comes again is judged by the elected secret
      }
    }
    return receipt;
  }

  private Receipt takeHandshake(Inbox inbox, Secret offered, Delivery masked) {
    Handshake handshake;
    try {
      handshake = handshakes.offer(inbox, offered);
    } catch (NotSaved e) {
      return Receipt.TRY_LATER;
    }
    Judgement judgement = Judgement.of(handshake);
    if (!judgement.believable()) {
      ledger.quarantine(judged(inbox, masked, judgement, 401));
      return Receipt.REFUSED;
    }
    if (replies.relayed()) {
      return keepAndAsk(judged(inbox, masked, judgement, 0), offered);
    }
    Judged judged = judged(inbox, masked, judgement, 200);
    Receipt kept = keep(judged);
    return kept.status() == 200 ? Receipt.echoing(offered, judged.id()) : kept;
  }

  private Receipt refuseUnsafe(Inbox inbox, Delivery masked) {
    var refused =
        new Handshake.Refused(
            "not exactly one secret of 16 to 512 letters, digits, _ and -; it cannot be echoed safely");
    ledger.quarantine(judged(inbox, masked, Judgement.of(refused), 400));
    return Receipt.UNSAFE;
  }

  /**
   * A copy that an inspector sent comes back as what it is: even one that was edited carries a good
   * signature, and must never pass for Asana's. Whoever adds the mark to Asana's own only lowers
   * it.
   */
  private Judged judged(Inbox inbox, Delivery delivery, Judgement judgement, int answer) {
    Source source = delivery.headers().has(Outgoing.MARKER) ? Source.REPLAY : Source.WEBHOOK;
    return new Judged(ids.next(), inbox.name(), source, delivery, judgement, answer);
  }
}
