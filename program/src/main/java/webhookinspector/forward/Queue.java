package webhookinspector.forward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Position;
import webhookinspector.outbox.Letter;

/**
 * What one target is to be given, in which order and when. Decides only: does nothing and reads no
 * clock. For one thread at a time.
 *
 * <p>The oldest goes first. What fails waits its time while younger ones pass it; so order is that
 * of arrival only as long as the target takes everything.
 */
final class Queue {

  /** Read ahead of what is sent. */
  private static final int MOST_FRESH = 50;

  /** With so many waiting for another try, nothing new is read: the ledger has it anyway. */
  private static final int MOST_WAITING = 1_000;

  private final Limits limits;
  private final Condition condition;
  private final Pace pace;
  private final Backoff backoff;
  private final TreeMap<Position, Letter> waiting = new TreeMap<>();
  private final ArrayDeque<Letter> fresh = new ArrayDeque<>();
  private final Set<Position> sending = new HashSet<>();

  /** Of those under way, what the outbox does not know as letters. */
  private final TreeSet<Position> unknown = new TreeSet<>();

  private Position read;
  private boolean paused;

  /**
   * @param reached how far the target has come
   */
  Queue(Limits limits, Position reached, RandomGenerator random) {
    this.limits = limits;
    this.read = reached;
    this.condition = new Condition(random);
    this.pace = new Pace(limits.rate());
    this.backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10), random);
  }

  /** Letters that were tried before, by an earlier run perhaps. */
  void keep(List<Letter> letters) {
    letters.forEach(letter -> waiting.put(letter.position(), letter));
  }

  /** Whether there is room for more of the ledger. */
  boolean wantsMore() {
    return fresh.size() < MOST_FRESH && waiting.size() < MOST_WAITING;
  }

  /** From where to read on. */
  Position read() {
    return read;
  }

  /** More of the ledger: what of it is for this target, and how far it goes. */
  void add(List<Letter> letters, Position upTo) {
    fresh.addAll(letters);
    read = upTo;
  }

  void pause(boolean now) {
    paused = now;
    condition.behind();
  }

  boolean isPaused() {
    return paused;
  }

  /** What may be sent now; it counts as under way until {@link #settle}. */
  Optional<Letter> next(Instant now) {
    if (paused || condition.isDown() || !condition.isCatchingUp()) {
      pace.skipTo(now);
    } else if (!now.isBefore(condition.heldUntil())) {
      pace.skipTo(condition.heldUntil());
    }
    if (!mayStart() || now.isBefore(earliest())) {
      return Optional.empty();
    }
    Letter next = oldest(now);
    if (next == null) {
      pace.skipTo(now);
      return Optional.empty();
    }
    if (waiting.remove(next.position()) == null) {
      fresh.removeFirst();
      unknown.add(next.position());
    }
    sending.add(next.position());
    if (condition.isCatchingUp()) {
      pace.start(now);
    }
    return Optional.of(next);
  }

  private boolean mayStart() {
    int atOnce = condition.isDown() ? 1 : limits.atOnce();
    return !paused && sending.size() < atOnce;
  }

  /** Before this nothing is sent at all. */
  private Instant earliest() {
    Instant held = condition.heldUntil();
    boolean slowly = condition.isCatchingUp() && pace.next().isAfter(held);
    return slowly ? pace.next() : held;
  }

  private @Nullable Letter oldest(Instant now) {
    for (Letter letter : waiting.values()) {
      if (!letter.next().isAfter(now)) {
        return letter;
      }
      if (!fresh.isEmpty() && letter.position().isAfter(fresh.getFirst().position())) {
        break;
      }
    }
    return fresh.peekFirst();
  }

  /** When {@link #next} may have something by itself; far away if it never will. */
  Instant wake() {
    if (!mayStart()) {
      return Instant.MAX;
    }
    Instant due =
        fresh.isEmpty()
            ? waiting.values().stream()
                .map(Letter::next)
                .min(Instant::compareTo)
                .orElse(Instant.MAX)
            : Instant.MIN;
    return due.isAfter(earliest()) ? due : earliest();
  }

  /**
   * What came of one that was under way.
   *
   * @return the letter as it waits from now on, or dead; nothing if it was taken
   */
  Optional<Letter> settle(Letter letter, Result result, Instant now) {
    drop(letter);
    condition.note(result, now);
    if (result.taken()) {
      return Optional.empty();
    }
    Letter later = later(letter, result, now);
    if (!later.dead()) {
      waiting.put(later.position(), later);
    }
    return Optional.of(later);
  }

  private Letter later(Letter letter, Result result, Instant now) {
    int tries = letter.tries() + (result.reached() ? 1 : 0);
    Instant since = letter.since().equals(Instant.EPOCH) ? now : letter.since();
    boolean dead = tries >= limits.tries() || since.plus(limits.age()).isBefore(now);
    Instant next = result.reached() ? now.plus(backoff.after(tries)) : now;
    String because = result.because() == null ? "" : result.because();
    return new Letter(
        letter.target(), letter.position(), letter.delivery(), tries, since, next, dead, because);
  }

  /** One that cannot be sent at all is no longer under way. */
  void drop(Letter letter) {
    sending.remove(letter.position());
    unknown.remove(letter.position());
  }

  /** Everything up to here was taken or waits as a letter. */
  Position reached() {
    if (!unknown.isEmpty()) {
      return before(unknown.first());
    }
    return fresh.isEmpty() ? read : before(fresh.getFirst().position());
  }

  private static Position before(Position position) {
    return new Position(position.number() - 1);
  }

  /** The ledger has no more; what has gathered is given away, unless letters wait their time. */
  void noMore() {
    if (isIdle()) {
      condition.level();
    }
  }

  /** Whether nothing is under way or could be at once. */
  boolean isIdle() {
    return fresh.isEmpty() && sending.isEmpty();
  }

  Condition condition() {
    return condition;
  }

  /** Tried again at once. */
  void hurry() {
    condition.forgive();
    waiting.replaceAll((position, letter) -> soon(letter));
  }

  private static Letter soon(Letter letter) {
    return new Letter(
        letter.target(),
        letter.position(),
        letter.delivery(),
        letter.tries(),
        letter.since(),
        Instant.EPOCH,
        false,
        letter.because());
  }

  /** Under way. */
  int sending() {
    return sending.size();
  }

  /** Under way, waiting for another try, or read and not yet started. */
  int size() {
    return sending.size() + waiting.size() + fresh.size();
  }
}
