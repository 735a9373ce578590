package webhookinspector.ledger.sqlite;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Ledger.Outcome;
import webhookinspector.ledger.NotKept;

/**
 * One piece of work in the line, and who waits for it: a thread, somebody to be told, or nobody.
 */
final class Ticket {

  final Work work;
  private final @Nullable Thread waiter;
  private final AtomicReference<@Nullable Outcome> told;
  private volatile @Nullable Position position;
  private volatile @Nullable NotKept failure;

  private Ticket(Work work, @Nullable Thread waiter, @Nullable Outcome told) {
    this.work = work;
    this.waiter = waiter;
    this.told = new AtomicReference<>(told);
  }

  /** The calling thread will {@link #await} it. */
  static Ticket awaited(Work work) {
    return new Ticket(work, Thread.currentThread(), null);
  }

  /** Whoever wants to know is told, once, by the thread that decides. */
  static Ticket calling(Work work, Outcome then) {
    return new Ticket(work, null, then);
  }

  /** Nobody waits for it. */
  static Ticket unattended(Work work) {
    return new Ticket(work, null, null);
  }

  boolean isJunk() {
    return work instanceof Work.Keep keep && keep.junk;
  }

  void done(Position where) {
    Outcome then = told.getAndSet(null);
    if (then != null) {
      then.kept(where);
      return;
    }
    position = where;
    LockSupport.unpark(waiter);
  }

  void failed(NotKept why) {
    Outcome then = told.getAndSet(null);
    if (then != null) {
      then.notKept(why);
      return;
    }
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
