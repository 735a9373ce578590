package webhookinspector.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Outcome;
import webhookinspector.egress.Outgoing;
import webhookinspector.egress.Target;
import webhookinspector.inbox.InboxKey;

/**
 * Finds out whether the addresses that webhooks target lead to this receiver. A ping is a POST to
 * {@code /in/KEY} with a key that was never an inbox's and is used once: the receiver answers 404,
 * as to any stranger, and {@link #saw} tells us that it was asked. So the receiver port has no
 * answer for pings that anybody could use, and a recorded ping is worth nothing. Why so:
 * docs/decisions.md.
 */
public final class SelfPings {

  /** With {@link #AGAIN} and {@link #DEADLINE}, a lost address is known after 41 s at most. */
  static final Duration EVERY = Duration.ofSeconds(20);

  /** One lost ping is no news; so soon another one decides. */
  static final Duration AGAIN = Duration.ofSeconds(5);

  static final Duration DEADLINE = Duration.ofSeconds(8);

  private static final int UNKNOWN_KEY = 404;

  private final Outbound outbound;
  private final Supplier<Set<String>> addresses;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Watch watch;

  /** Keys of pings that are under way, and whether the receiver saw them. */
  private final Map<String, Boolean> underWay = new ConcurrentHashMap<>();

  private final Map<String, Instant> due = new HashMap<>();
  private final Set<String> suspect = ConcurrentHashMap.newKeySet();

  /**
   * @param outbound must be allowed to reach this machine and its networks, for that is where an
   *     address may lead
   * @param addresses to ping, each without {@code /in/KEY}
   * @param random makes keys, so it must be a cryptographic generator outside tests
   */
  public SelfPings(
      Outbound outbound,
      Supplier<Set<String>> addresses,
      RandomGenerator random,
      InstantSource clock,
      Watch watch) {
    this.outbound = outbound;
    this.addresses = addresses;
    this.random = random;
    this.clock = clock;
    this.watch = watch;
  }

  /** The receiver was asked for a key that no inbox has. Returns at once. */
  public void saw(InboxKey unknown) {
    if (!underWay.isEmpty()) {
      underWay.computeIfPresent(unknown.text(), (key, seen) -> true);
    }
  }

  /** Sends the pings that are due and waits for them. */
  public void pingWhenDue() {
    Instant now = clock.instant();
    Set<String> wanted = addresses.get();
    due.keySet().retainAll(wanted);
    watch.forgetOtherAddresses(wanted);
    var threads =
        wanted.stream()
            .filter(address -> !now.isBefore(due.getOrDefault(address, Instant.MIN)))
            .map(address -> Thread.ofVirtual().start(() -> ping(address)))
            .toList();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
    Instant after = clock.instant();
    wanted.stream()
        .filter(address -> !now.isBefore(due.getOrDefault(address, Instant.MIN)))
        .forEach(address -> due.put(address, after.plus(pause(address))));
  }

  private Duration pause(String address) {
    return suspect.contains(address) ? AGAIN : EVERY;
  }

  private void ping(String address) {
    InboxKey key = InboxKey.random(random);
    underWay.put(key.text(), false);
    try {
      var nothing = new Outgoing(Headers.of("User-Agent", "webhook-inspector"), Body.of(""));
      Outcome outcome =
          outbound.send(new Target(URI.create(address + "/in/" + key.text())), nothing, DEADLINE);
      boolean seen = Boolean.TRUE.equals(underWay.get(key.text()));
      judge(address, outcome, seen);
    } catch (IllegalArgumentException e) {
      judge(address, new Outcome.Denied("it is no address that can be sent to"), false);
    } finally {
      underWay.remove(key.text());
    }
  }

  private void judge(String address, Outcome outcome, boolean seen) {
    if (Thread.currentThread().isInterrupted()) {
      return; // we are ending, not the address
    }
    String because = problem(outcome, seen);
    if (because == null && outcome instanceof Outcome.Answered answered) {
      suspect.remove(address);
      watch.pinged(address, answered.took().toMillis(), null);
    } else if (!suspect.add(address)) {
      suspect.remove(address);
      watch.pinged(address, null, because);
    }
  }

  private static @Nullable String problem(Outcome outcome, boolean seen) {
    return switch (outcome) {
      case Outcome.Answered answered when answered.status() == UNKNOWN_KEY ->
          seen ? null : "another program answers there";
      case Outcome.Answered answered ->
          seen
              ? "our answers are changed on the way back, 404 to " + answered.status()
              : "something else answers " + answered.status() + " there";
      case Outcome.Failed failed -> failed.because();
      case Outcome.Denied denied -> denied.because();
    };
  }
}
