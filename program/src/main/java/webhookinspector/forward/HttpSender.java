package webhookinspector.forward;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Outcome;
import webhookinspector.egress.Outgoing;
import webhookinspector.egress.Target;
import webhookinspector.inbox.Judged;
import webhookinspector.outbox.Letter;

/** POSTs copies to an address, byte for byte, with the original signature. */
public final class HttpSender implements Sender {

  /** As long as Asana waits for an answer (webhooks guide). */
  static final Duration DEADLINE = Duration.ofSeconds(10);

  /**
   * The same on every try, and different for every delivery: what a target that must not do a thing
   * twice remembers (IETF draft "Idempotency-Key header field"; the value is a plain word, as most
   * receivers have it).
   */
  public static final String KEY = "Idempotency-Key";

  /** Counts the tries of a delivery, from 1. */
  public static final String TRY = "X-Inspector-Try";

  private final Target target;
  private final Headers own;
  private final Outbound outbound;
  private final InstantSource clock;

  /**
   * @param own headers of the user's own; they replace those of the same name
   */
  public HttpSender(Target target, Headers own, Outbound outbound, InstantSource clock) {
    this.target = target;
    this.own = own;
    this.outbound = outbound;
    this.clock = clock;
  }

  @Override
  public Result send(Letter letter, Judged judged) {
    String id = judged.id().text();
    Outgoing copy =
        withOwn(Outgoing.copyOf(judged))
            .with(new Header(KEY, id))
            .with(new Header(TRY, Integer.toString(letter.tries() + 1)));
    return switch (outbound.send(target, copy, DEADLINE)) {
      case Outcome.Answered answered when answered.taken() ->
          Result.taken(answered.status(), answered.took()).saying(answered.beginning());
      case Outcome.Answered answered ->
          Result.refused(answered.status(), answered.took(), why(answered), pause(answered))
              .saying(answered.beginning());
      case Outcome.Failed failed ->
          Result.failed(failed.took(), failed.reached(), failed.because());
      case Outcome.Denied denied ->
          Result.failed(Duration.ZERO, false, "not sent: " + denied.because());
    };
  }

  private Outgoing withOwn(Outgoing copy) {
    Stream<Header> left =
        copy.headers().lines().stream()
            .filter(line -> own.lines().stream().noneMatch(mine -> mine.isNamed(line.name())));
    var all = new Headers(Stream.concat(left, own.lines().stream()).toList());
    return new Outgoing(all, copy.body());
  }

  private static String why(Outcome.Answered answered) {
    return "answered " + answered.status() + " (expected: 200 or 204)";
  }

  /** Only these two promise that it helps (RFC 9110, 10.2.3 and RFC 6585, 4). */
  private Optional<Duration> pause(Outcome.Answered answered) {
    return answered.status() == 429 || answered.status() == 503
        ? RetryAfter.in(answered.headers(), clock.instant())
        : Optional.empty();
  }
}
