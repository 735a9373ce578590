package webhookinspector.alerts;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.registry.Alert;

/** A queue and a thread for one {@link Sink}, so that a slow one holds up nobody else. */
final class Outlet implements AutoCloseable {

  /** More wait only under attack; then the newest are dropped, and logged as such. */
  private static final int WAITING = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

  private final Sink sink;
  private final Consumer<Optional<String>> trouble;
  private final ExecutorService thread;

  /**
   * @param trouble called with one line when an alert did not arrive, with nothing once one did
   */
  Outlet(Sink sink, Consumer<Optional<String>> trouble) {
    this.sink = sink;
    this.trouble = trouble;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("alerts-to-" + sink.name()).factory(),
            (alert, full) -> LOG.warn("an alert for {} was dropped: too many wait", sink.name()));
  }

  void accept(Alert alert) {
    thread.execute(() -> pass(alert));
  }

  private void pass(Alert alert) {
    try {
      sink.pass(alert);
      trouble.accept(Optional.empty());
    } catch (Sink.NotPassed e) {
      String line = "alerts do not reach " + sink.name() + ": " + e.getMessage();
      LOG.warn("{}", line);
      trouble.accept(Optional.of(line));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What waits gets a moment; then it is given up. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
