package webhookinspector.conform;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
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

  private final Plan plan;
  private final Wire wire;
  private final Bodies bodies;
  private final Secret secret;
  private final Secret stranger;
  private final Secret secondSecret;
  private final Evidence evidence;
  private final Upkeep upkeep = new Upkeep(this);
  private @Nullable Opening opening;
  private @Nullable Boolean echoesAgain;

  Receiver(Plan plan) {
    this.plan = plan;
    this.wire = new Wire(plan.target());
    var random = new SplittableRandom(plan.seed());
    this.secret = secretFrom(random);
    this.stranger = secretFrom(random);
    this.secondSecret = secretFrom(random);
    this.bodies = new Bodies(random.split());
    this.evidence = new Evidence(List.of(secret, stranger, secondSecret));
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

  Evidence evidence() {
    return evidence;
  }

  Upkeep upkeep() {
    return upkeep;
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
    evidence.add(new Traffic(target, post, answer));
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
    evidence.alsoShow(result.traffic());
    return result;
  }

  /** Whether the secret that it already has is echoed once more. */
  boolean echoesAgain() {
    if (echoesAgain == null) {
      echoesAgain = echoes(send(handshake(secret)), secret);
    }
    return echoesAgain;
  }

  /** Only for checks that need {@link Need#RECEIVED}. */
  String received() throws IOException {
    return Objects.requireNonNull(plan.received(), "a check without its need RECEIVED").list();
  }
}
