package webhookinspector.answers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Header;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Outcome;
import webhookinspector.egress.Outgoing;
import webhookinspector.egress.Target;
import webhookinspector.inbox.Judged;
import webhookinspector.outbox.Attempt;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;

/**
 * A {@link Relay} to an address. A body that the app has taken is not brought to it again, whoever
 * repeats it.
 */
public final class AppRelay implements Relay {

  /** Asana waits for 10 s (webhooks guide); the rest is for networks and for us. */
  static final Duration BUDGET = Duration.ofSeconds(8);

  private final Target target;
  private final Outbound outbound;
  private final InstantSource clock;
  private final Consumer<Attempt> heard;
  private final Duration budget;
  private final TakenBodies taken = new TakenBodies();

  /**
   * @param heard told of each try; must return at once
   */
  public AppRelay(Target target, Outbound outbound, InstantSource clock, Consumer<Attempt> heard) {
    this(target, outbound, clock, heard, BUDGET);
  }

  AppRelay(
      Target target,
      Outbound outbound,
      InstantSource clock,
      Consumer<Attempt> heard,
      Duration budget) {
    this.budget = budget;
    this.target = target;
    this.outbound = outbound;
    this.clock = clock;
    this.heard = heard;
  }

  @Override
  public boolean on() {
    return true;
  }

  @Override
  public Optional<Told> ask(Judged kept, @Nullable Secret offered) {
    if (kept.delivery().headers().has(Outgoing.MARKER) || taken.has(kept)) {
      return Optional.empty();
    }
    Instant at = clock.instant();
    Outcome outcome = outbound.send(target, copy(kept, offered), budget);
    heard.accept(attempt(kept, at, outcome));
    if (!(outcome instanceof Outcome.Answered answered)) {
      return Optional.empty();
    }
    if (outcome.taken()) {
      taken.add(kept);
    }
    return Optional.of(new Told(answered.status(), echoes(answered, offered)));
  }

  /** Of a handshake, the secret goes along: the app has to echo it. */
  private static Outgoing copy(Judged kept, @Nullable Secret offered) {
    Outgoing copy = Outgoing.copyOf(kept.id().text(), kept.delivery());
    return offered == null ? copy : copy.with(new Header(Handshake.HEADER, offered.reveal()));
  }

  private static boolean echoes(Outcome.Answered answered, @Nullable Secret offered) {
    return offered != null
        && answered.headers().all(Handshake.HEADER).size() == 1
        && Handshake.offeredIn(answered.headers()).filter(offered::equals).isPresent();
  }

  private Attempt attempt(Judged kept, Instant at, Outcome outcome) {
    Integer status = null;
    Duration took = Duration.ZERO;
    String because = null;
    String answerBody = null;
    switch (outcome) {
      case Outcome.Answered answered -> {
        status = answered.status();
        took = answered.took();
        answerBody = answered.beginning();
      }
      case Outcome.Failed failed -> {
        took = failed.took();
        because = failed.because() + "; our own answer went back";
      }
      case Outcome.Denied denied -> because = "not sent: " + denied.because();
    }
    return new Attempt(
        kept.id(),
        target.toString(),
        at,
        status,
        took.toMillis(),
        because,
        Attempt.Source.RELAY,
        kept.id().text(),
        answerBody);
  }
}
