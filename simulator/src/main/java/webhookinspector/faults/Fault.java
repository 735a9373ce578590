package webhookinspector.faults;

import static webhookinspector.faults.FaultKind.*;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One way in which the local Asana misbehaves, and when. Immutable: start from one of the factories
 * and narrow it down, as in {@code Fault.lost().times(3).on("heartbeat")}. Times are on the
 * simulator's clock unless the kind says otherwise.
 *
 * @param probability of each case, above 0 to 1; drawn from the simulator's seed
 * @param times how many cases at most; {@link #ALWAYS} is no bound
 * @param after it is injected: when it begins
 * @param lasting how long from its beginning; null: until it is removed
 * @param by the time that the kind's effect speaks of
 * @param amount the number that the kind's effect speaks of
 * @param on what it strikes, see {@link #on(String)}
 */
public record Fault(
    FaultKind kind,
    double probability,
    int times,
    Duration after,
    @Nullable Duration lasting,
    Duration by,
    int amount,
    String on) {

  /** No bound on {@link #times}. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  public Fault {
    FaultRules.check(kind, probability, times, after, lasting, by, amount, on);
  }

  /** Each case, from now until it is removed. */
  public static Fault of(FaultKind kind) {
    return new Fault(kind, 1, ALWAYS, Duration.ZERO, null, kind.by(), kind.amount(), kind.on());
  }

  /**
   * Reads {@code NAME[:PROBABILITY][,KEY=VALUE…]} with the keys times, after, lasting, by, amount,
   * on: {@code late:0.1,by=PT20M,lasting=PT2H}.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  public static Fault parse(String text) {
    return FaultText.parse(text);
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return FaultText.write(this);
  }

  /**
   * The same with one more thing said, as in {@link #parse}.
   *
   * @throws IllegalArgumentException when the key is unknown or the value does not fit
   */
  public Fault with(String key, String value) {
    return FaultText.with(this, key, value);
  }

  public Fault withProbability(double each) {
    return new Fault(kind, each, times, after, lasting, by, amount, on);
  }

  /** At most so many cases. */
  public Fault times(int most) {
    return new Fault(kind, probability, most, after, lasting, by, amount, on);
  }

  /** Begins so long after it is injected. */
  public Fault after(Duration wait) {
    return new Fault(kind, probability, times, wait, lasting, by, amount, on);
  }

  /** Ends so long after it began. */
  public Fault lasting(Duration time) {
    return new Fault(kind, probability, times, after, time, by, amount, on);
  }

  public Fault by(Duration time) {
    return new Fault(kind, probability, times, after, lasting, time, amount, on);
  }

  public Fault amount(int number) {
    return new Fault(kind, probability, times, after, lasting, by, number, on);
  }

  /**
   * @param what for deliveries {@code deliveries} (all but handshakes), {@code events}, {@code
   *     heartbeat}, {@code handshake} or a webhook's gid; for batches and deletions a webhook's
   *     gid; for streams a resource's gid; for calls a method, a path or both, such as {@code POST
   *     /webhooks}, where a path stands for what is below it too; {@code any} for all
   */
  public Fault on(String what) {
    return new Fault(kind, probability, times, after, lasting, by, amount, what);
  }

  public static Fault lost() {
    return of(LOST);
  }

  public static Fault unreachable() {
    return of(UNREACHABLE);
  }

  public static Fault doubled() {
    return of(DOUBLED);
  }

  public static Fault repeated() {
    return of(REPEATED);
  }

  public static Fault reordered() {
    return of(REORDERED);
  }

  public static Fault late(Duration by) {
    return of(LATE).by(by);
  }

  public static Fault replayed(Duration by) {
    return of(REPLAYED).by(by);
  }

  public static Fault forged() {
    return of(FORGED);
  }

  public static Fault rewritten() {
    return of(REWRITTEN);
  }

  public static Fault wrongSignature() {
    return of(WRONG_SIGNATURE);
  }

  public static Fault noSignature() {
    return of(NO_SIGNATURE);
  }

  public static Fault oldSignature() {
    return of(OLD_SIGNATURE);
  }

  public static Fault upperCaseSignature() {
    return of(UPPER_CASE_SIGNATURE);
  }

  public static Fault truncatedSignature() {
    return of(TRUNCATED_SIGNATURE);
  }

  public static Fault slowDrip() {
    return of(SLOW_DRIP);
  }

  public static Fault cut() {
    return of(CUT);
  }

  public static Fault afterDelete(Duration by) {
    return of(AFTER_DELETE).by(by);
  }

  public static Fault strangerBefore() {
    return of(STRANGER_BEFORE);
  }

  public static Fault strangerDuring() {
    return of(STRANGER_DURING);
  }

  public static Fault strangerAfter(Duration by) {
    return of(STRANGER_AFTER).by(by);
  }

  /** At most so many events in a body. */
  public static Fault split(int events) {
    return of(SPLIT).amount(events);
  }

  /** Batches wait so long for more. */
  public static Fault merged(Duration window) {
    return of(MERGED).by(window);
  }

  /** Bodies of up to so many events. */
  public static Fault huge(int events) {
    return of(HUGE).amount(events);
  }

  /** 429 with that {@code Retry-After}; zero sends none. */
  public static Fault rateLimited(Duration retryAfter) {
    return of(RATE_LIMITED).by(retryAfter);
  }

  public static Fault serverError(int status) {
    return of(SERVER_ERROR).amount(status);
  }

  /** In real time. */
  public static Fault slowAnswer(Duration by) {
    return of(SLOW_ANSWER).by(by);
  }

  public static Fault lostAnswer() {
    return of(LOST_ANSWER);
  }

  public static Fault garbage() {
    return of(GARBAGE);
  }

  public static Fault streamExpires() {
    return of(STREAM_EXPIRES);
  }

  /** The first of each so many events is left out. */
  public static Fault streamOmits(int every) {
    return of(STREAM_OMITS).amount(every);
  }

  public static Fault clockJump(Duration by) {
    return of(CLOCK_JUMP).by(by);
  }
}
