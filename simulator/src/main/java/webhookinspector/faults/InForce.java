package webhookinspector.faults;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An injected fault with its time and its counts. Safe for many threads. */
final class InForce {

  private final int number;
  private final Fault fault;
  private final Instant from;
  private final @Nullable Instant until;
  private final AtomicInteger struck = new AtomicInteger();
  private final AtomicLong drawn = new AtomicLong();

  InForce(int number, Fault fault, Instant from, @Nullable Instant until) {
    this.number = number;
    this.fault = fault;
    this.from = from;
    this.until = until;
  }

  int number() {
    return number;
  }

  Fault fault() {
    return fault;
  }

  /** How many lots were drawn before. */
  long nextDraw() {
    return drawn.getAndIncrement();
  }

  /**
   * Whether it strikes, and if so counts it.
   *
   * @param lot from 0 to below 1
   */
  boolean strikes(Instant now, double lot) {
    return !now.isBefore(from)
        && (until == null || now.isBefore(until))
        && lot < fault.probability()
        && claim();
  }

  /** Whether it may strike once more. */
  boolean claim() {
    return struck.getAndUpdate(n -> n < fault.times() ? n + 1 : n) < fault.times();
  }

  ActiveFaults.Injected view() {
    return new ActiveFaults.Injected(number, fault, from, until, struck.get());
  }
}
