package webhookinspector.ledger.sqlite;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import webhookinspector.ledger.NotKept;

/**
 * Sends callers away when a commit takes too long: a disk that hangs gives no error, and whoever
 * waits for it keeps Asana waiting. One look now and then by one thread costs less than a timer for
 * each caller.
 */
final class HangWatch implements Runnable {

  private static final long LOOK_EVERY_MILLIS = 250;

  private final WaitingLine line;
  private final Condition condition;
  private final long limitNanos;
  private List<Ticket> busyWith = List.of();
  private long busySince;
  private boolean sentAway;

  /**
   * @param limit how long a commit may take
   */
  HangWatch(WaitingLine line, Condition condition, Duration limit) {
    this.line = line;
    this.condition = condition;
    this.limitNanos = limit.toNanos();
  }

  /** The writer begins with a batch. */
  synchronized void begins(List<Ticket> batch) {
    busySince = System.nanoTime();
    busyWith = batch;
  }

  /** The writer is through with it, for good or bad. */
  synchronized void ends() {
    busyWith = List.of();
    if (sentAway) {
      sentAway = false;
      condition.well();
      line.reopen();
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the ledger is closed
    }
  }

  private synchronized void look() {
    if (!sentAway && !busyWith.isEmpty() && System.nanoTime() - busySince > limitNanos) {
      sentAway = true;
      sendAway();
    }
  }

  /** Whether they are kept after all, the commit decides; they were not promised. */
  private void sendAway() {
    String because =
        "the disk has not answered for "
            + TimeUnit.NANOSECONDS.toSeconds(limitNanos)
            + " s; look at `dmesg` and the disk's health. It goes on by itself once it answers";
    condition.unwell(because);
    line.shut(because);
    var why = new NotKept(because);
    busyWith.forEach(ticket -> ticket.failed(why));
    line.failWaiting(why);
  }
}
