package webhookinspector.ledger.sqlite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;

/**
 * The newest entries in memory, and the place where followers wait for more. Whoever keeps up is
 * served from here and never touches the disk.
 */
final class Tail {

  private static final int ENTRIES = 2_048;
  private static final int BYTES = 4_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final ArrayList<Entry> entries = new ArrayList<>();
  private long bytes;

  /** Everything behind this position is in {@link #entries}. */
  private Position start;

  private volatile Position last;

  /**
   * @param last the greatest position on disk; nothing is in memory yet
   */
  Tail(Position last) {
    this.start = last;
    this.last = last;
  }

  Position last() {
    return last;
  }

  /** What a commit kept, in order. */
  void add(List<Entry> more) {
    if (more.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      for (Entry entry : more) {
        entries.add(entry);
        bytes += bytes(entry);
      }
      last = more.getLast().position();
      dropOldest();
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Keeps half, so that the moving of the rest is paid for once in a while only. */
  private void dropOldest() {
    if (entries.size() <= ENTRIES && bytes <= BYTES) {
      return;
    }
    int drop = 0;
    while (drop < entries.size() && (entries.size() - drop > ENTRIES / 2 || bytes > BYTES / 2)) {
      bytes -= bytes(entries.get(drop));
      start = entries.get(drop).position();
      drop++;
    }
    entries.subList(0, drop).clear();
  }

  /** After a failure: what is on disk may be more than what we know of. */
  void restart(Position onDisk) {
    lock.lock();
    try {
      entries.clear();
      bytes = 0;
      start = onDisk;
      last = onDisk;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is something behind {@code after}; false when nothing came in time. */
  boolean awaitBehind(Position after, Duration patience) throws InterruptedException {
    if (last.isAfter(after)) {
      return true;
    }
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (!last.isAfter(after) && left > 0) {
        left = grown.awaitNanos(left);
      }
      return last.isAfter(after);
    } finally {
      lock.unlock();
    }
  }

  /** What came behind {@code after}, or empty when that is no longer all in memory. */
  Optional<List<Entry>> read(Position after, int limit) {
    lock.lock();
    try {
      if (start.isAfter(after)) {
        return Optional.empty();
      }
      int from = firstBehind(after);
      int to = Math.min(entries.size(), from + limit);
      return Optional.of(List.copyOf(entries.subList(from, to)));
    } finally {
      lock.unlock();
    }
  }

  private int firstBehind(Position after) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).position().isAfter(after)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static int bytes(Entry entry) {
    return 500
        + switch (entry) {
          case Entry.Kept kept -> kept.judged().delivery().body().size();
          case Entry.JudgedAgain _ -> 0;
        };
  }
}
