package webhookinspector.ledger.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.NotKept;

/**
 * Where callers queue for the one writer. Bounded in number, bytes and time: who finds it full, or
 * the disk too slow for it, is refused at once instead of waiting for ever. Junk may take a small
 * part of it, so that a flood of it leaves room for what is believed and is written before anyone
 * notices.
 */
final class WaitingLine {

  /** One commit holds at most this much, so that its failure and its delay stay small. */
  private static final int BATCH = 1_000;

  private static final int BATCH_BYTES = 8_000_000;

  /** Asana waits for 10 s, of which tunnel and network may need half. */
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(4);

  /** One in forty places: what waits behind 250 that nobody believes still has its answer soon. */
  private static final int JUNK_SHARE = 40;

  /** One byte in sixteen: 4 MB, so that two of the largest bodies still fit. */
  private static final int JUNK_BYTES_SHARE = 16;

  private static final int NOBODY = Integer.MAX_VALUE;

  private final LedgerSettings settings;
  private final ConcurrentLinkedQueue<Ticket> line = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger junk = new AtomicInteger();
  private final AtomicLong junkBytes = new AtomicLong();
  private volatile @Nullable String shutBecause;
  private boolean closed;
  private volatile @Nullable Thread taker;

  /** When the last batch was taken; of {@link #taker} alone. */
  private long taken = System.nanoTime();

  /** How long the writer was away with it. */
  private volatile long lastBatchNanos;

  /** How many tickets the sleeping taker wants to be woken for. */
  private volatile int wanted = NOBODY;

  WaitingLine(LedgerSettings settings) {
    this.settings = settings;
  }

  /** Throws when there is no room or the line is shut; then the ticket is not in it. */
  void join(Ticket ticket) {
    String shut = shutBecause;
    if (shut != null) {
      throw new NotKept(shut);
    }
    refuseWhenSlow(ticket);
    if (!reserve(ticket)) {
      throw new NotKept(
          ticket.work.name()
              + ": "
              + count.get()
              + " deliveries wait for the disk already (expected: fewer than "
              + settings.waiting()
              + " and "
              + settings.waitingBytes()
              + " bytes)");
    }
    line.add(ticket);
    if (count.get() >= wanted) {
      LockSupport.unpark(taker);
    }
    shut = shutBecause;
    if (shut != null) {
      failWaiting(new NotKept(shut));
    }
  }

  /** Whoever finds a whole commit's worth before him may have to wait for too long. */
  private void refuseWhenSlow(Ticket ticket) {
    long ahead = Math.max(count.get() / BATCH, bytes.get() / BATCH_BYTES);
    if (ahead > 0
        && ticket.work instanceof Work.Keep
        && (ahead + 1) * lastBatchNanos > LONGEST_WAIT_NANOS) {
      throw new NotKept(
          ticket.work.name()
              + ": the disk is too slow: "
              + count.get()
              + " deliveries wait for it (expected: an answer within "
              + TimeUnit.NANOSECONDS.toSeconds(LONGEST_WAIT_NANOS)
              + " s)");
    }
  }

  private boolean reserve(Ticket ticket) {
    int size = ticket.work.bytes();
    int number = count.incrementAndGet();
    long sum = bytes.addAndGet(size);
    boolean fits = number <= settings.waiting() && sum <= settings.waitingBytes();
    if (ticket.isJunk()) {
      int junkNumber = junk.incrementAndGet();
      long junkSum = junkBytes.addAndGet(size);
      fits = fits && junkNumber <= Math.max(1, settings.waiting() / JUNK_SHARE);
      fits = fits && junkSum <= settings.waitingBytes() / JUNK_BYTES_SHARE;
    }
    if (!fits) {
      release(ticket);
    }
    return fits;
  }

  private void release(Ticket ticket) {
    int size = ticket.work.bytes();
    count.decrementAndGet();
    bytes.addAndGet(-size);
    if (ticket.isJunk()) {
      junk.decrementAndGet();
      junkBytes.addAndGet(-size);
    }
  }

  int waiting() {
    return count.get();
  }

  /**
   * For the writer alone: what waits, up to the limits of one commit.
   *
   * @param worthwhile for so many it waits a little longer than for the first
   * @param patience how much longer, in nanoseconds
   * @return empty only when the line is shut and nobody waits
   */
  List<Ticket> take(int worthwhile, long patience) {
    taker = Thread.currentThread();
    lastBatchNanos = System.nanoTime() - taken;
    while (line.isEmpty() && shutBecause == null) {
      sleepUntil(1, Long.MAX_VALUE);
      Thread.onSpinWait(); // somebody has counted himself in and joins right now
    }
    if (worthwhile > 1 && shutBecause == null) {
      sleepUntil(worthwhile, patience);
    }
    taken = System.nanoTime();
    return poll();
  }

  private void sleepUntil(int tickets, long patience) {
    long end = System.nanoTime() + patience;
    wanted = tickets;
    while (count.get() < tickets && shutBecause == null) {
      if (patience == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else {
        long left = end - System.nanoTime();
        if (left <= 0) {
          break;
        }
        LockSupport.parkNanos(this, left);
      }
    }
    wanted = NOBODY;
  }

  private List<Ticket> poll() {
    var batch = new ArrayList<Ticket>(Math.min(BATCH, count.get()));
    long size = 0;
    while (batch.size() < BATCH && size < BATCH_BYTES) {
      Ticket ticket = line.poll();
      if (ticket == null) {
        break;
      }
      release(ticket);
      size += ticket.work.bytes();
      batch.add(ticket);
    }
    return batch;
  }

  /** Until {@link #reopen} nobody may join; who waits already is still served. */
  synchronized void shut(String because) {
    if (!closed) {
      shutBecause = because;
    }
  }

  synchronized void reopen() {
    if (!closed) {
      shutBecause = null;
    }
  }

  /** Nobody may join any more; who waits already is still served. */
  synchronized void close(String because) {
    closed = true;
    shutBecause = because;
    LockSupport.unpark(taker);
  }

  void failWaiting(NotKept why) {
    for (Ticket ticket = line.poll(); ticket != null; ticket = line.poll()) {
      release(ticket);
      ticket.failed(why);
    }
  }
}
