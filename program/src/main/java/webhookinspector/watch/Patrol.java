package webhookinspector.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that keep a {@link Watch} going: each does one thing again and again, with a rest
 * between. What is due is decided by the injected clock, so the rests only bound how late it is
 * noticed.
 */
public final class Patrol implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Patrol.class);

  private final Duration rest;
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param rest real time between two turns
   */
  public Patrol(Duration rest) {
    this.rest = rest;
  }

  /**
   * Does it from now on. One that fails is tried again.
   *
   * @param name of the thread
   */
  public synchronized void again(String name, Runnable turn) {
    threads.add(Thread.ofVirtual().name(name).start(() -> go(name, turn)));
  }

  private void go(String name, Runnable turn) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          turn.run();
        } catch (RuntimeException e) {
          LOG.warn("{} stumbled", name, e);
        }
        Thread.sleep(rest);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all of it; a call that is under way is cut off. */
  @Override
  public synchronized void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofSeconds(2));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
