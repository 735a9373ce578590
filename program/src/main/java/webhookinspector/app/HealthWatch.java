package webhookinspector.app;

import java.time.Duration;
import webhookinspector.ledger.Ledger;

/** Looks after the ledger, so that the state line tells when nothing can be kept. */
final class HealthWatch implements AutoCloseable {

  /** Soon enough for a person, and seldom enough to cost nothing. */
  private static final Duration GLANCE = Duration.ofMillis(500);

  private final Thread watcher;

  HealthWatch(Ledger ledger, StateBoard state) {
    watcher = Thread.ofVirtual().name("health").start(() -> watch(ledger, state));
  }

  private static void watch(Ledger ledger, StateBoard state) {
    try {
      while (true) {
        state.trouble("ledger", ledger.health().trouble());
        Thread.sleep(GLANCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the ledger is about to be closed
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
