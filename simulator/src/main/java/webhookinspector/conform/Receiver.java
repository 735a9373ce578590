package webhookinspector.conform;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/**
 * The receiver that is judged, as the checks see it: what can be sent to it, what it answered, and
 * what is known of its state. Only {@link #send} may be called by many threads.
 */
final class Receiver {

  static final int MOST_EXCHANGES_SHOWN = 8;

  private final Plan plan;
  private final Wire wire;
  private final Bodies bodies;
  private final Secret secret;
  private final Secret stranger;
  private final Secret secondSecret;
  private final List<Traffic> journal = new ArrayList<>();
  private final List<Traffic> shown = new ArrayList<>();
  private @Nullable Opening opening;
  private @Nullable Boolean echoesAgain;
  private @Nullable Boolean survivesRestarts;

  Receiver(Plan plan) {
    this.plan = plan;
    this.wire = new Wire(plan.target());
    var random = new SplittableRandom(plan.seed());
    this.secret = secretFrom(random);
    this.stranger = secretFrom(random);
    this.secondSecret = secretFrom(random);
    this.bodies = new Bodies(random.split());
  }

  /** 32 hex digits, as Asana's have been seen (captured creation response of 2024). */
  private static Secret secretFrom(SplittableRandom random) {
    return Secret.of("%016x%016x".formatted(random.nextLong(), random.nextLong()));
  }

  Plan plan() {
    return plan;
  }

  Wire wire() {
    return wire;
  }

  Bodies bodies() {
    return bodies;
  }

  /** The one that plays Asana's. */
  Secret secret() {
    return secret;
  }

  /** One that no create call knows of. */
  Secret stranger() {
    return stranger;
  }

  /** The one of the second webhook, where there is one. */
  Secret secondSecret() {
    return secondSecret;
  }

  /** With the signature that Asana would give it. */
  Post signed(Body body) {
    return signed(body, secret);
  }

  Post signed(Body body, Secret with) {
    return withSignature(body, Signature.of(with, body).hex());
  }

  Post withSignature(Body body, String header) {
    return new Post(Headers.of("Content-Type", "application/json", Signature.HEADER, header), body);
  }

  Post unsigned(Body body) {
    return new Post(Headers.of("Content-Type", "application/json"), body);
  }

  static Post handshake(Secret offered) {
    return new Post(Headers.of(Handshake.HEADER, offered.reveal()), Body.of(""));
  }

  /** Signed, whole, on a connection of its own. */
  Answer deliver(Body body) {
    return send(signed(body));
  }

  Answer send(Post post) {
    return send(post, patience());
  }

  Answer send(Post post, Duration longest) {
    return noted(plan.target(), post, wire.send(post, longest));
  }

  /** To another address of the same receiver. */
  Answer sendTo(URI target, Post post) {
    return noted(target, post, new Wire(target).send(post, patience()));
  }

  /** Keeps an exchange that went over a connection of the check's own. */
  Answer noted(URI target, Post post, Answer answer) {
    var traffic = new Traffic(target, post, answer);
    synchronized (journal) {
      journal.add(traffic);
      shown.add(traffic);
    }
    return answer;
  }

  /**
   * How long we wait: longer than Asana, to tell a slow answer from none. {@code answer-time} alone
   * judges the time.
   */
  Duration patience() {
    return plan.limit().multipliedBy(3).dividedBy(2);
  }

  /** Whether the answer carries {@code offered} in the header, once and exactly. */
  static boolean echoes(Answer answer, Secret offered) {
    return answer instanceof Answer.Given given
        && given.headers().all(Handshake.HEADER).equals(List.of(offered.reveal()));
  }

  /** Before a first handshake: a create call is about to be made. */
  void arm() throws Unreachable {
    tell(plan.arm());
  }

  /** After a first handshake: the create call has returned. */
  void settle() throws Unreachable {
    tell(plan.settle());
  }

  private static void tell(Conformance.@Nullable Signal signal) throws Unreachable {
    try {
      if (signal != null) {
        signal.send();
      }
    } catch (IOException e) {
      throw Unreachable.notTold(String.valueOf(e.getMessage()));
    }
  }

  boolean isOpened() {
    return opening != null;
  }

  /** The first handshake and delivery; made when first asked for. */
  Opening opening() throws Unreachable {
    if (opening == null) {
      opening = new Opener(this).open();
    }
    return opening;
  }

  /** The same, and its exchanges count as evidence of the running check. */
  Opening openingAsEvidence() throws Unreachable {
    Opening result = opening();
    synchronized (journal) {
      result.traffic().stream().filter(traffic -> !shown.contains(traffic)).forEach(shown::add);
    }
    return result;
  }

  /** Whether the secret that it already has is echoed once more. */
  boolean echoesAgain() {
    if (echoesAgain == null) {
      echoesAgain = echoes(send(handshake(secret)), secret);
    }
    return echoesAgain;
  }

  /** Whether the secret survives a restart, or null while nobody has tried. */
  @Nullable Boolean survivesRestarts() {
    return survivesRestarts;
  }

  void rememberSurvival(boolean survives) {
    survivesRestarts = survives;
  }

  /** Only for checks that need {@link Need#START}. */
  ReceiverProcess process() {
    return Objects.requireNonNull(plan.process(), "a check without its need START");
  }

  /** Only for checks that need {@link Need#RECEIVED}. */
  String received() throws IOException {
    return Objects.requireNonNull(plan.received(), "a check without its need RECEIVED").list();
  }

  /**
   * Whether nobody answers any more. One that is only too busy for a moment has not ended; one that
   * has just broken a connection may be about to.
   */
  boolean hasEnded() {
    if (lastBroke()) {
      Patience.rest(Duration.ofMillis(250));
    }
    return !Patience.until(Duration.ofSeconds(1), wire::isAnswered);
  }

  private boolean lastBroke() {
    synchronized (journal) {
      return !journal.isEmpty() && journal.getLast().answer().broke();
    }
  }

  /** Starts a receiver that has ended, where that can be done. */
  void revive() throws Unreachable {
    ReceiverProcess process = plan.process();
    if (process != null && hasEnded()) {
      process.awaitEnd();
      process.start();
    }
  }

  /** After something that may have cost the receiver its secret. */
  boolean settleAgain() throws Unreachable {
    if (deliver(bodies.ordinary()).accepted()) {
      return true;
    }
    revive();
    arm();
    send(handshake(secret));
    settle();
    return deliver(bodies.ordinary()).accepted();
  }

  /** Forgets the evidence of the check before. */
  void beginEvidence() {
    synchronized (journal) {
      shown.clear();
    }
  }

  /** Whether anything was sent for the running check. */
  boolean hasEvidence() {
    synchronized (journal) {
      return !shown.isEmpty();
    }
  }

  /** Makes the exchange with that answer the one that reports show. */
  void showLast(Answer answer) {
    synchronized (journal) {
      for (Traffic traffic : List.copyOf(shown)) {
        if (traffic.answer().equals(answer)) {
          shown.remove(traffic);
          shown.add(traffic);
        }
      }
    }
  }

  /** The last ones; the last of all tells most. */
  List<Exchange> evidence() {
    synchronized (journal) {
      return shown.stream()
          .skip(Math.max(0, shown.size() - MOST_EXCHANGES_SHOWN))
          .map(traffic -> traffic.shown(List.of(secret, stranger, secondSecret)))
          .toList();
    }
  }

  /** Everything so far. */
  List<Traffic> journal() {
    synchronized (journal) {
      return List.copyOf(journal);
    }
  }
}
