package webhookinspector.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.OutboxTrouble;

/**
 * Keeps attempts behind the sender's back, many in one transaction: a sync for each would hold up
 * whatever leaves next.
 */
final class Remembering implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Remembering.class);
  private static final int MOST = 1_000;
  private static final long GLANCE_MILLIS = 200;

  private final Outbox outbox;
  private final BlockingQueue<Attempt> waiting = new LinkedBlockingQueue<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Thread thread = Thread.ofVirtual().name("attempts").unstarted(this::run);

  private Remembering(Outbox outbox) {
    this.outbox = outbox;
  }

  static Remembering in(Outbox outbox) {
    var remembering = new Remembering(outbox);
    remembering.thread.start();
    return remembering;
  }

  void later(Attempt attempt) {
    waiting.add(attempt);
  }

  /** At once, on this thread. It was sent, whether or not we can remember it. */
  static void now(Outbox outbox, List<Attempt> attempts) {
    try {
      outbox.keep(attempts);
    } catch (OutboxTrouble e) {
      LOG.warn("{} attempts are not remembered: {}", attempts.size(), e.getMessage());
    }
  }

  private void run() {
    while (!closing.get() || !waiting.isEmpty()) {
      var batch = new ArrayList<Attempt>();
      if (waiting.drainTo(batch, MOST) > 0) {
        now(outbox, batch);
      }
      pause();
    }
  }

  private void pause() {
    try {
      if (!closing.get()) {
        Thread.sleep(GLANCE_MILLIS);
      }
    } catch (InterruptedException e) {
      closing.set(true); // the rest, and no more
    }
  }

  /** Returns when all is kept. */
  @Override
  public void close() {
    closing.set(true);
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
