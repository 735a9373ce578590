package webhookinspector.asana.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls through, until Asana says {@code Retry-After}: then nothing passes before that moment,
 * whatever thread it comes from. Afterwards one call goes ahead and the others follow only when it
 * was let in, for refused calls count against the limit, too (rate limits page). One for each
 * token.
 */
final class RateGate {

  private final InstantSource clock;
  private final Sleeper sleeper;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition scoutIsBack = lock.newCondition();
  private @Nullable Instant shutUntil;
  private boolean scouting;

  RateGate(InstantSource clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** The wait would be longer than the caller has patience for. */
  static final class TooLong extends Exception {

    private static final long serialVersionUID = 1L;
    private final Instant until;

    private TooLong(Instant until) {
      super(null, null, false, false);
      this.until = until;
    }

    Instant until() {
      return until;
    }
  }

  /** A way through; {@link #close} tells the others how it went. */
  final class Pass implements AutoCloseable {

    private final boolean scout;
    private boolean refused;

    private Pass(boolean scout) {
      this.scout = scout;
    }

    /** Asana wants nothing more before that moment. */
    void refusedUntil(Instant until) {
      lock.lock();
      try {
        refused = true;
        shutUntil = shutUntil == null || until.isAfter(shutUntil) ? until : shutUntil;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      if (!scout) {
        return;
      }
      lock.lock();
      try {
        scouting = false;
        shutUntil = refused ? shutUntil : null;
        scoutIsBack.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Until when it is shut; nothing once that is over. */
  Optional<Instant> shutUntil() {
    lock.lock();
    try {
      return Optional.ofNullable(shutUntil).filter(until -> until.isAfter(clock.instant()));
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a call may pass, unless that takes longer than the patience. */
  Pass enter(Duration patience) throws InterruptedException, TooLong {
    Instant giveUp = clock.instant().plus(patience);
    while (true) {
      Duration wait;
      lock.lockInterruptibly();
      try {
        if (shutUntil == null) {
          return new Pass(false);
        }
        wait = Duration.between(clock.instant(), shutUntil);
        if (wait.isPositive() && shutUntil.isAfter(giveUp)) {
          throw new TooLong(shutUntil);
        }
        if (!wait.isPositive()) {
          if (!scouting) {
            scouting = true;
            return new Pass(true);
          }
          scoutIsBack.await();
          continue;
        }
      } finally {
        lock.unlock();
      }
      sleeper.sleep(wait);
    }
  }
}
