package webhookinspector.forward;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.KeptTarget;
import webhookinspector.outbox.Letter;

/**
 * One target's way: a thread that reads the ledger for it and starts what may be sent, and a
 * virtual thread for each delivery under way. Shares nothing with other targets but the clerk.
 */
final class Lane implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /** How long something new may go unnoticed while nothing is under way. */
  static final Duration GLANCE = Duration.ofMillis(200);

  /** The same while something is. */
  private static final Duration BLINK = Duration.ofMillis(50);

  /**
   * What all lanes work with.
   *
   * @param steady for pauses
   */
  record Means(Ledger ledger, Clerk clerk, InstantSource clock, SteadyClock steady, Told told) {}

  private final KeptTarget target;
  private final Sender sender;
  private final Queue queue;
  private final Supply supply;
  private final Means means;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private long dead;
  private boolean news;
  private boolean stopped;

  /**
   * @param dead letters that were given up before
   */
  Lane(KeptTarget target, Sender sender, Queue queue, Supply supply, Means means, long dead) {
    this.target = target;
    this.sender = sender;
    this.queue = queue;
    this.supply = supply;
    this.means = means;
    this.dead = dead;
    this.thread =
        Thread.ofPlatform().name("forward-" + target.number()).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!asked(() -> stopped)) {
        stepOrRest();
      }
    } catch (InterruptedException e) {
      LOG.debug("stopped", e);
    }
  }

  /** Ledger and history mend themselves; meanwhile there is nothing to send. */
  private void stepOrRest() throws InterruptedException {
    try {
      step();
    } catch (RuntimeException e) {
      if (asked(() -> stopped)) {
        return; // what was being read was given up for that
      }
      LOG.warn("forwarding to target {} rests a second: {}", target.number(), e.toString());
      LOG.debug("why", e);
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private void step() throws InterruptedException {
    means.clerk.awaitRoom();
    Duration patience = startAll();
    boolean idle = asked(queue::isIdle);
    boolean came = asked(queue::wantsMore) && add(read(idle ? patience : Duration.ZERO));
    if (!came && !idle) {
      await(patience);
    }
  }

  private Supply.Batch read(Duration patience) throws InterruptedException {
    return supply.read(asked(queue::read), patience);
  }

  /** Starts what may start; how long nothing more will by itself. */
  private Duration startAll() {
    for (Optional<Letter> next = next(); next.isPresent(); next = next()) {
      start(next.get());
    }
    return asked(
        () -> {
          Instant now = means.steady.instant();
          Instant wake = queue.wake();
          boolean far = wake.isAfter(now.plus(GLANCE));
          return far ? GLANCE : wake.isAfter(now) ? Duration.between(now, wake) : Duration.ZERO;
        });
  }

  private boolean add(Supply.Batch batch) {
    return asked(
        () -> {
          boolean came = batch.upTo().isAfter(queue.read());
          if (came) {
            queue.add(batch.letters(), batch.upTo());
            means.clerk.reached(target.number(), queue.reached());
          } else if (!supply.waitsForHistory()) {
            queue.noMore();
          }
          return came;
        });
  }

  private void await(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Duration most = queue.sending() > 0 && patience.compareTo(BLINK) > 0 ? BLINK : patience;
      long left = Math.max(most.toNanos(), 1_000_000);
      while (left > 0 && !news) {
        left = changed.awaitNanos(left);
      }
      news = false;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Letter> next() {
    return asked(() -> queue.next(means.steady.instant()));
  }

  /** Read here, not where it is sent: reading would hold up what else runs on virtual threads. */
  private void start(Letter letter) {
    try {
      Optional<Entry.Kept> kept = means.ledger.find(letter.delivery());
      if (kept.isPresent()) {
        Judged judged = kept.get().judged();
        Thread.ofVirtual().name("forward").start(() -> send(letter, judged));
      } else {
        fail(letter, "it is no longer kept");
      }
    } catch (RuntimeException e) {
      fail(letter, "it cannot be read: " + e.getMessage());
    }
  }

  private void fail(Letter letter, String because) {
    LOG.warn("delivery {} is not sent on: {}", letter.delivery(), because);
    settle(letter, Result.failed(Duration.ZERO, true, because));
  }

  private void send(Letter letter, Judged judged) {
    try {
      settle(letter, sender.send(letter, judged));
    } catch (RuntimeException e) {
      LOG.debug("why", e);
      fail(letter, "it cannot be sent: " + e);
    }
  }

  private void settle(Letter letter, Result result) {
    Instant at = means.clock.instant().minus(result.took());
    Attempt attempt = result.attempt(letter, target.address(), at);
    Instant now = means.steady.instant();
    Turn turn =
        asked(
            () -> {
              if (stopped) {
                return Turn.NONE;
              }
              boolean wasDown = queue.condition().isDown();
              Optional<Letter> later = queue.settle(letter, result, now);
              dead += later.filter(Letter::dead).map(l -> 1L).orElse(0L);
              Attempt made = wasDown && !result.reached() ? null : attempt;
              means.clerk.note(made, later.orElse(letter), later.isPresent(), queue.reached());
              wake();
              return new Turn(made, wasDown, queue.condition().isDown(), later);
            });
    tell(attempt, turn);
  }

  /**
   * What a try has changed.
   *
   * @param made the attempt, or null where it was but a knock at a door that was closed before:
   *     nothing was sent, and it would be told again and again
   */
  private record Turn(
      @Nullable Attempt made, boolean wasDown, boolean isDown, Optional<Letter> later) {
    static final Turn NONE = new Turn(null, false, false, Optional.empty());
  }

  private void tell(Attempt attempt, Turn turn) {
    if (turn.made != null) {
      means.told.attempt(turn.made);
    }
    turn.later
        .filter(Letter::dead)
        .ifPresent(letter -> means.told.gaveUp(attempt, letter.because()));
    if (turn.isDown && !turn.wasDown) {
      means.told.down(target.address(), turn.later.map(Letter::because).orElse(""));
    } else if (turn.wasDown && !turn.isDown) {
      means.told.back(target.address());
    }
  }

  /** Holds everything, or lets it go on. */
  void pause(boolean now) {
    change(() -> queue.pause(now));
  }

  /** These wait again; everything is tried at once. */
  void retry(List<Letter> revived) {
    change(
        () -> {
          queue.keep(revived);
          queue.hurry();
          dead -= revived.size();
        });
  }

  TargetStatus status(Position last) {
    return asked(
        () -> {
          Words words = Words.of(queue, supply.waitsForHistory(), means.steady.instant());
          return new TargetStatus(
              target.number(),
              target.address(),
              target.filter(),
              target.saved(),
              OwnHeaders.names(target.headers()),
              words.state(),
              words.detail(),
              queue.size(),
              Math.max(0, last.number() - queue.read().number()),
              dead,
              words.nextTry());
        });
  }

  /** Waits until it has given away all that there is, while the target takes it. */
  void drain(Instant end) {
    Position last = means.ledger.last();
    try {
      while (means.steady.instant().isBefore(end) && asked(() -> mayDrain(last))) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean mayDrain(Position last) {
    boolean level = queue.isIdle() && !last.isAfter(queue.read());
    return !level && !queue.isPaused() && !queue.condition().isFailing();
  }

  private void change(Runnable work) {
    asked(
        () -> {
          work.run();
          wake();
          return true;
        });
  }

  private void wake() {
    news = true;
    changed.signalAll();
  }

  private <T> T asked(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  /** What is under way is not waited for: it is sent again by the next run. */
  @Override
  public void close() {
    change(() -> stopped = true);
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
