package webhookinspector.forward;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.inbox.Position;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Letter;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.OutboxTrouble;
import webhookinspector.outbox.Progress;

/**
 * Writes down what became of letters, behind the back of those who send: what comes while one is
 * being written is written together with the next. What a crash keeps from being written is sent
 * again, so nothing is lost by being late.
 */
final class Clerk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** With so much unwritten, senders wait: else a broken disk would fill the memory. */
  private static final int MOST = 5_000;

  /** One letter, by target and place. */
  private record Place(long target, Position position) {}

  private final Outbox outbox;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Attempt> attempts = new ArrayList<>();
  private final Map<Place, Letter> waiting = new LinkedHashMap<>();
  private final Map<Place, Letter> done = new LinkedHashMap<>();
  private final Map<Long, Position> reached = new HashMap<>();
  private final Thread thread;
  private boolean writing;
  private boolean closing;

  Clerk(Outbox outbox) {
    this.outbox = outbox;
    this.thread = Thread.ofPlatform().name("forward-clerk").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /**
   * What came of a letter. Never blocks; see {@link #awaitRoom}.
   *
   * @param attempt that was made, or null when there was nothing to send
   * @param waits whether the letter waits for another try or is dead; otherwise it is gone
   * @param place how far its target has come by that
   */
  void note(@Nullable Attempt attempt, Letter letter, boolean waits, Position place) {
    lock.lock();
    try {
      if (attempt != null) {
        attempts.add(attempt);
      }
      (waits ? done : waiting).remove(place(letter));
      (waits ? waiting : done).put(place(letter), letter);
      reached.put(letter.target(), place);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The target has come so far, because nothing in between was for it. */
  void reached(long target, Position place) {
    lock.lock();
    try {
      reached.put(target, place);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits, a moment at most, until all that was noted is written. */
  void flush() {
    lock.lock();
    try {
      long left = Duration.ofSeconds(2).toNanos();
      while (left > 0 && thread.isAlive() && (writing || hasUnwritten())) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private boolean hasUnwritten() {
    return !(attempts.isEmpty() && waiting.isEmpty() && done.isEmpty() && reached.isEmpty());
  }

  /** Waits while too much is unwritten. */
  void awaitRoom() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (attempts.size() >= MOST && !closing) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private static Place place(Letter letter) {
    return new Place(letter.target(), letter.position());
  }

  private void run() {
    try {
      boolean more = true;
      while (more) {
        more = write();
      }
    } catch (InterruptedException e) {
      LOG.debug("stopped", e);
    }
  }

  /** False once there is nothing left to write and nothing more will come. */
  private boolean write() throws InterruptedException {
    Progress progress = next();
    for (int failures = 0; !progress.isEmpty(); failures++) {
      try {
        outbox.advance(progress);
        return true;
      } catch (OutboxTrouble e) {
        if (failures == 0) {
          LOG.warn("what was forwarded is not written down: {}", e.getMessage());
        }
        if (isClosing()) {
          return false;
        }
        Thread.sleep(PAUSE);
      }
    }
    return false;
  }

  private boolean isClosing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  /** Empty only at the end. */
  private Progress next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      writing = false;
      changed.signalAll();
      while (!hasUnwritten()) {
        if (closing) {
          return new Progress(List.of(), List.of(), List.of(), Map.of());
        }
        changed.await();
      }
      var progress = new Progress(attempts, waiting.values(), done.values(), reached);
      writing = true;
      attempts.clear();
      waiting.clear();
      done.clear();
      reached.clear();
      changed.signalAll();
      return progress;
    } finally {
      lock.unlock();
    }
  }

  /** Writes what is left. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(Duration.ofSeconds(5))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
