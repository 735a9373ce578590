package webhookinspector.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.ReplayLine;
import webhookinspector.inbox.DeliveryId;

/** One replay of a set, under way or over: sends each delivery when its time has come. */
final class Run {

  /** So many without an answer, one behind the other, and nobody is there: the rest is not sent. */
  static final int MOST_UNANSWERED = 20;

  private static final long GLANCE_MILLIS = 50;

  private enum State {
    PLANNED,
    RUNNING,
    DONE,
    STOPPED,
    FAILED
  }

  private final String id;
  private final Plan plan;
  private final Timetable timetable;
  private final int leftOut;
  private final Ticker ticker;
  private final InstantSource clock;
  private final Semaphore slots;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Tally tally = new Tally();
  private volatile State state = State.PLANNED;
  private volatile @Nullable String because;
  private volatile @Nullable Instant ended;

  Run(String id, Plan plan, Choice choice, Ticker ticker, InstantSource clock) {
    this.id = id;
    this.plan = plan;
    this.timetable = Timetable.of(choice.chosen(), plan.spacing(), plan.mixing());
    this.leftOut = choice.leftOut();
    this.ticker = ticker;
    this.clock = clock;
    this.slots = new Semaphore(plan.concurrency());
  }

  String id() {
    return id;
  }

  /** From now on it counts as under way. */
  void begin() {
    state = State.RUNNING;
  }

  /**
   * Sends them all; returns when the last answer is there.
   *
   * @param sending sends one; called by many threads
   * @param told the progress, now and then
   */
  void go(Function<DeliveryId, Optional<Sent>> sending, Consumer<ReplayLine> told) {
    try {
      told.accept(line());
      depart(sending, new Telling(ticker, told));
      slots.acquire(plan.concurrency());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  /** All that belongs to it is done. */
  ReplayLine end() {
    synchronized (this) {
      ended = clock.instant();
      boolean whole = tally.sent() + tally.notKept() == timetable.departures().size();
      state = because != null ? State.FAILED : whole ? State.DONE : State.STOPPED;
    }
    over.countDown();
    return line();
  }

  private void depart(Function<DeliveryId, Optional<Sent>> sending, Telling telling)
      throws InterruptedException {
    long start = ticker.now();
    for (Departure departure : timetable.departures()) {
      long moment = start + departure.after().toNanos();
      if (!takeSlot()) {
        return;
      }
      if (!ticker.goesOnAt(moment, stop)) {
        slots.release();
        return;
      }
      if (!plan.spacing().equals(Spacing.NONE)) {
        tally.left(ticker.now() - moment);
      }
      Thread.startVirtualThread(
          () -> {
            send(sending, departure.delivery());
            telling.maybe(this::line);
            slots.release();
          });
    }
  }

  /** Whether there is one before somebody stops us. */
  private boolean takeSlot() throws InterruptedException {
    while (!stopped()) {
      if (slots.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  private void send(Function<DeliveryId, Optional<Sent>> sending, DeliveryId delivery) {
    try {
      sending.apply(delivery).ifPresentOrElse(this::add, tally::gone);
    } catch (NotSent | CannotSign e) {
      fail(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      fail(delivery + " cannot be sent: " + e.getMessage());
    }
  }

  private void add(Sent sent) {
    tally.add(sent);
    if (tally.unansweredInARow() >= MOST_UNANSWERED) {
      String last = sent.attempt().because();
      fail(MOST_UNANSWERED + " in a row had no answer" + (last == null ? "" : ": " + last));
    }
  }

  private synchronized void fail(String why) {
    if (because == null && !stopped()) {
      because = why;
    }
    stop();
  }

  /** Nothing leaves any more; what is on its way still arrives. */
  void stop() {
    stop.countDown();
  }

  private boolean stopped() {
    return stop.getCount() == 0;
  }

  boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Waits for its end. */
  void awaitOver(long millis) throws InterruptedException {
    over.await(millis, TimeUnit.MILLISECONDS);
  }

  /** How it stands. */
  synchronized ReplayLine line() {
    return new ReplayLine(
        id,
        ended == null ? clock.instant() : ended,
        plan.target().toString(),
        state.name().toLowerCase(Locale.ROOT),
        timetable.departures().size(),
        leftOut + tally.notKept(),
        tally.sent(),
        tally.taken(),
        timetable.length().toMillis(),
        tally.latest(),
        plan.mixing().seed(),
        tally.times(),
        tally.answers(),
        because);
  }
}
