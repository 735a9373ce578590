package webhookinspector.retention;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.ledger.Dropped;

/** Applies a policy again and again, on a thread of its own. What fails is tried again. */
public final class Retention implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final Sweep sweep;
  private final Policy policy;
  private final Duration every;
  private final Consumer<Dropped> told;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param told what was dropped, once a run and limit
   */
  public Retention(Sweep sweep, Policy policy, Duration every, Consumer<Dropped> told) {
    this.sweep = sweep;
    this.policy = policy;
    this.every = every;
    this.told = told;
    this.thread = Thread.ofPlatform().name("retention").daemon().unstarted(this::loop);
  }

  /** Begins, if there is anything to do. */
  public void start() {
    if (policy.limits()) {
      thread.start();
    }
  }

  private void loop() {
    try {
      do {
        runOnce();
      } while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      LOG.debug("stopped", e);
    }
  }

  private void runOnce() throws InterruptedException {
    try {
      for (Dropped dropped : sweep.run(policy, false)) {
        LOG.info(
            "dropped {} deliveries ({} bytes) that had arrived from {} to {}: {}",
            dropped.deliveries(),
            dropped.bytes(),
            dropped.from(),
            dropped.to(),
            dropped.because());
        told.accept(dropped);
      }
    } catch (RuntimeException e) {
      LOG.warn("retention: {}; tried again in {}", e.getMessage(), every);
    }
  }

  /** Ends after the few that are being dropped. */
  @Override
  public void close() {
    stop.countDown();
    thread.interrupt();
    try {
      if (policy.limits()) {
        thread.join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
