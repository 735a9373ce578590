package webhookinspector.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The time of the local Asana, and everything that is due at some time of it. One thread runs what
 * is due, in the order of its time; of what is due at the same time, in the order of its key.
 *
 * <p>At speed 1 it follows real time. At any other speed, and while it is advanced, it
 * <em>holds</em>: it stands still while something runs or a delivery is under way, so that what
 * follows does not depend on how fast this machine or a receiver is.
 */
public final class WorldClock implements InstantSource, AutoCloseable {

  private static final long AT_ONCE = 0;
  private static final long UNTIL_SOMETHING_CHANGES = Long.MAX_VALUE;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Appointment> due = new PriorityQueue<>(Appointment.ORDER);
  private final InstantSource real;
  private final Thread driver;
  private Pace pace;
  private long numbers;
  private int flights;
  private @Nullable Instant stepTo;
  private @Nullable Instant running;
  private @Nullable Throwable failure;
  private boolean closed;

  /**
   * @param real drives this clock
   * @param startsAt null for the real time
   */
  public WorldClock(InstantSource real, @Nullable Instant startsAt, double speed) {
    this.real = real;
    Instant now = real.instant();
    this.pace = new Pace(startsAt == null ? now : startsAt, now, speed);
    this.driver = Thread.ofPlatform().name("simulator-clock").daemon().unstarted(this::drive);
  }

  /** From now on things that are due happen. */
  public void start() {
    driver.start();
  }

  /** Keeps a holding clock where it is until it is closed. */
  public interface Flight extends AutoCloseable {
    @Override
    void close();
  }

  @Override
  public Instant instant() {
    lock.lock();
    try {
      if (running != null && (holds() || Thread.currentThread() == driver)) {
        return running;
      }
      return flowing();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Appoints an action, which must be short: it runs on the clock's only thread.
   *
   * @param key decides the order of what is due at the same time, so that it does not depend on
   *     which thread came first
   */
  public Appointment at(Instant when, String key, Runnable action) {
    lock.lock();
    try {
      var appointment = new Appointment(when, key, numbers++, action);
      due.add(appointment);
      changed.signalAll();
      return appointment;
    } finally {
      lock.unlock();
    }
  }

  /** A delivery is under way. */
  public Flight hold() {
    changeFlights(1);
    return () -> changeFlights(-1);
  }

  private void changeFlights(int by) {
    lock.lock();
    try {
      rebase(instant());
      flights += by;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Real seconds bring that many seconds here; 0 stands still. */
  public void speed(double factor) {
    lock.lock();
    try {
      rebase(instant());
      pace = pace.withSpeed(factor);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public double speed() {
    lock.lock();
    try {
      return pace.speed();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Moves ahead as fast as what is due can happen. When this returns, it has happened. What an
   * appointment threw meanwhile is thrown here.
   *
   * @throws IllegalStateException when called from something that is due
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("advance: " + by + " (expected: zero or more)");
    }
    if (Thread.currentThread() == driver) {
      throw new IllegalStateException("advance: called from within an appointment of the clock");
    }
    lock.lock();
    try {
      awaitEndOfStep();
      stepTo = instant().plus(by);
      changed.signalAll();
      awaitEndOfStep();
      Throwable thrown = failure;
      failure = null;
      rethrow(thrown);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Jumps ahead, as a machine's clock does after a sleep: what fell due meanwhile happens now, all
   * at the new time. May be called from something that is due.
   */
  public void jump(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("jump: " + by + " (expected: zero or more)");
    }
    lock.lock();
    try {
      Instant now = instant().plus(by);
      rebase(now);
      running = running == null ? null : now;
      stepTo = stepTo == null ? null : stepTo.plus(by); // the rest of the step comes on top
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitEndOfStep() {
    while (stepTo != null && !closed) {
      changed.awaitUninterruptibly();
    }
  }

  private static void rethrow(@Nullable Throwable thrown) {
    switch (thrown) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(thrown);
    }
  }

  private boolean holds() {
    return pace.speed() != 1 || stepTo != null;
  }

  private Instant flowing() {
    if (holds() && (flights > 0 || stepTo != null)) {
      return pace.base();
    }
    Instant now = pace.at(real.instant());
    Appointment next = due.peek();
    return holds() && next != null && next.when().isBefore(now)
        ? later(pace.base(), next.when())
        : now;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private void rebase(Instant now) {
    pace = pace.from(now, real.instant());
  }

  private void drive() {
    lock.lock();
    try {
      while (!closed) {
        long nanos = turn();
        if (nanos > AT_ONCE) {
          changed.awaitNanos(nanos);
        }
      }
    } catch (InterruptedException e) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** Does what is next, or tells how many real nanoseconds to wait for it. */
  private long turn() {
    Appointment next = due.peek();
    if (next != null && next.cancelled()) {
      due.poll();
      return AT_ONCE;
    }
    if (holds() && flights > 0) {
      return UNTIL_SOMETHING_CHANGES;
    }
    Instant now = stepTo == null ? flowing() : stepTo;
    if (next != null && !next.when().isAfter(now)) {
      run(next);
      return AT_ONCE;
    }
    if (stepTo != null) {
      rebase(later(pace.base(), stepTo));
      stepTo = null;
      changed.signalAll();
      return AT_ONCE;
    }
    return next == null ? UNTIL_SOMETHING_CHANGES : pace.nanosBetween(now, next.when());
  }

  private void run(Appointment next) {
    due.poll();
    Instant when = holds() ? later(pace.base(), next.when()) : next.when();
    if (holds()) {
      rebase(when);
    }
    running = when;
    lock.unlock();
    Throwable thrown = null;
    try {
      next.happen();
    } catch (RuntimeException | Error e) { // told to whoever advances; the clock goes on
      thrown = e;
    } finally {
      lock.lock();
    }
    running = null;
    failure = failure == null ? thrown : failure;
    if (holds()) {
      rebase(later(pace.base(), when));
    }
  }

  /** Nothing happens any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
