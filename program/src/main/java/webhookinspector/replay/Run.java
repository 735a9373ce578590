package webhookinspector.replay;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import webhookinspector.feed.ReplayLine;
import webhookinspector.inbox.DeliveryId;

/** One replay of a set, under way or over: sends each delivery when its time has come. */
final class Run {

  /** So many without an answer, one behind the other, and nobody is there: the rest is not sent. */
  static final int MOST_UNANSWERED = 20;

  private static final long GLANCE_MILLIS = 50;

  private final String id;
  private final Plan plan;
  private final Timetable timetable;
  private final int leftOut;
  private final Ticker ticker;
  private final InstantSource clock;
  private final Semaphore slots;
  private final Fate fate = new Fate();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Tally tally = new Tally();

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

  /** The first one that leaves, where there is a moment for it to leave at. */
  Optional<DeliveryId> firstTimed() {
    return plan.spacing().equals(Spacing.NONE)
        ? Optional.empty()
        : timetable.departures().stream().map(Departure::delivery).findFirst();
  }

  /** From now on it counts as under way. */
  void begin() {
    fate.begin();
  }

  /**
   * Sends them all; returns when the last answer is there.
   *
   * @param sent told of each; by many threads
   * @param told the progress, now and then
   */
  void go(Parcels parcels, Consumer<Sent> sent, Consumer<ReplayLine> told) {
    try {
      told.accept(line());
      depart(parcels, sent, new Telling(ticker, told));
      slots.acquire(plan.concurrency());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  /** All that belongs to it is done. */
  ReplayLine end() {
    boolean whole = tally.sent() + tally.notKept() == timetable.departures().size();
    fate.end(whole, clock.instant());
    over.countDown();
    return line();
  }

  private void depart(Parcels parcels, Consumer<Sent> sent, Telling telling)
      throws InterruptedException {
    long start = ticker.now();
    for (Departure departure : timetable.departures()) {
      if (!takeSlot()) {
        return;
      }
      var parcel = prepared(parcels, departure.delivery());
      long moment = start + departure.after().toNanos();
      if (!ticker.goesOnAt(moment, fate.stopping())) {
        slots.release();
        return;
      }
      leave(moment);
      inASlot(
          () -> {
            parcel.ifPresent(one -> send(one, sent));
            telling.maybe(this::line);
            slots.release();
          });
    }
  }

  private void leave(long moment) {
    if (!plan.spacing().equals(Spacing.NONE)) {
      tally.left(ticker.now() - moment);
    }
  }

  /** With one slot, on this very thread: another one would have to be woken first. */
  private void inASlot(Runnable work) {
    if (plan.concurrency() == 1) {
      work.run();
    } else {
      Thread.startVirtualThread(work);
    }
  }

  /** Whether there is one before somebody stops us. */
  private boolean takeSlot() throws InterruptedException {
    while (!fate.isStopping()) {
      if (slots.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Supplier<Sent>> prepared(Parcels parcels, DeliveryId delivery) {
    try {
      Optional<Supplier<Sent>> parcel = parcels.ready(delivery);
      if (parcel.isEmpty()) {
        tally.gone();
      }
      return parcel;
    } catch (RuntimeException e) {
      fail(e);
      return Optional.empty();
    }
  }

  private void send(Supplier<Sent> parcel, Consumer<Sent> told) {
    try {
      Sent sent = parcel.get();
      add(sent);
      told.accept(sent);
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void fail(RuntimeException e) {
    boolean foreseen = e instanceof NotSent || e instanceof CannotSign;
    fate.fail(foreseen ? String.valueOf(e.getMessage()) : "it cannot be sent: " + e);
  }

  private void add(Sent sent) {
    tally.add(sent);
    if (tally.unansweredInARow() >= MOST_UNANSWERED) {
      String last = sent.attempt().because();
      fate.fail(MOST_UNANSWERED + " in a row had no answer" + (last == null ? "" : ": " + last));
    }
  }

  /** Nothing leaves any more; what is on its way still arrives. */
  void stop() {
    fate.stop();
  }

  boolean isRunning() {
    return fate.isRunning();
  }

  /** Waits for its end. */
  void awaitOver(long millis) throws InterruptedException {
    over.await(millis, TimeUnit.MILLISECONDS);
  }

  /** How it stands. */
  ReplayLine line() {
    return new ReplayLine(
        id,
        Objects.requireNonNullElseGet(fate.ended(), clock::instant),
        plan.target().toString(),
        fate.word(),
        timetable.departures().size(),
        leftOut + tally.notKept(),
        tally.sent(),
        tally.taken(),
        timetable.length().toMillis(),
        tally.latest(),
        plan.mixing().seed(),
        tally.times(),
        tally.answers(),
        fate.because());
  }
}
