package webhookinspector.ledger.sqlite;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.NotKept;

/** One piece of work in the line, and the thread that waits for it, if one does. */
final class Ticket {

  final Work work;
  private final @Nullable Thread waiter;
  private volatile @Nullable Position position;
  private volatile @Nullable NotKept failure;

  private Ticket(Work work, @Nullable Thread waiter) {
    this.work = work;
    this.waiter = waiter;
  }

  /** The calling thread will {@link #await} it. */
  static Ticket awaited(Work work) {
    return new Ticket(work, Thread.currentThread());
  }

  /** Nobody waits for it. */
  static Ticket unattended(Work work) {
    return new Ticket(work, null);
  }

  boolean isJunk() {
    return work instanceof Work.Keep keep && keep.junk;
  }

  void done(Position where) {
    position = where;
    LockSupport.unpark(waiter);
  }

  void failed(NotKept why) {
    failure = why;
    LockSupport.unpark(waiter);
  }

  /** An interrupt does not end the waiting: whether it was kept is known only afterwards. */
  Position await() {
    boolean interrupted = false;
    Position where = position;
    NotKept why = failure;
    while (where == null && why == null) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
      where = position;
      why = failure;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (where == null) {
      throw why;
    }
    return where;
  }
}
