package webhookinspector.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.inspection.Harmless;

/** One watcher's place: what waits for it, and the thread that tells it. */
final class Desk implements Feed.Watch {

  /**
   * About so many bytes of memory may wait for one watcher, because a stranger may post bodies of 1
   * MiB full of events. A single line is always let in.
   */
  static final long MAX_WAITING_BYTES = 16L << 20;

  /** A watcher that hangs may hold up the end of the program by so much. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final Watcher watcher;
  private final int capacity;
  private final Consumer<Desk> leave;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Line> waiting = new ArrayDeque<>();
  private final Thread thread;
  private long waitingBytes;
  private long missed;
  private boolean closing;

  Desk(Watcher watcher, int capacity, Consumer<Desk> leave) {
    this.watcher = watcher;
    this.capacity = capacity;
    this.leave = leave;
    this.thread = Thread.ofVirtual().name("feed-watcher").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The oldest make room: whoever watches wants to know how things are now. */
  void offer(Line line) {
    lock.lock();
    try {
      if (closing) {
        return;
      }
      waiting.addLast(line);
      waitingBytes += weight(line);
      while (waiting.size() > capacity
          || (waitingBytes > MAX_WAITING_BYTES && waiting.size() > 1)) {
        waitingBytes -= weight(waiting.removeFirst());
        missed++;
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Events take about twice the memory that their JSON takes on the wire. */
  private static long weight(Line line) {
    return line instanceof Line.OfDelivery of ? 512 + 2L * of.delivery().size() : 512;
  }

  private void run() {
    try {
      for (Turn turn = next(); turn != null; turn = next()) {
        if (turn.missed() > 0) {
          watcher.fellBehind(turn.missed());
        }
        watcher.told(turn.line());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn(
          "A watcher of the feed failed and is told nothing more: {}", Harmless.text(e.toString()));
    } finally {
      leave.accept(this);
      forget();
    }
  }

  private record Turn(long missed, Line line) {}

  /** Waits for a line; null once closed and drained. */
  private @Nullable Turn next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        if (closing) {
          return null;
        }
        changed.await();
      }
      Line line = waiting.removeFirst();
      waitingBytes -= weight(line);
      var turn = new Turn(missed, line);
      missed = 0;
      return turn;
    } finally {
      lock.unlock();
    }
  }

  private void forget() {
    lock.lock();
    try {
      closing = true;
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      if (!thread.join(PATIENCE)) {
        LOG.warn("A watcher of the feed hangs; its last lines are given up.");
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
