package webhookinspector.alerts;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Registry;

/**
 * Passes alerts on to registry, watchers, log and sinks, behind the back of whoever raises them:
 * those stand on the ack path and must not wait for a disk.
 */
public final class Alerts implements Consumer<Alert>, AutoCloseable {

  /** More than these wait only under attack; then the newest are dropped, and logged as such. */
  private static final int WAITING = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

  private final Registry registry;
  private final Feed feed;
  private final List<Outlet> outlets;
  private final ExecutorService clerk =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(WAITING),
          Thread.ofVirtual().name("alerts").factory(),
          (alert, full) -> LOG.warn("an alert was dropped: too many wait for the disk"));

  /**
   * @param trouble called with a sink's name and one line when an alert did not arrive there, with
   *     nothing once one did
   */
  public Alerts(
      Registry registry,
      Feed feed,
      List<Sink> sinks,
      BiConsumer<String, Optional<String>> trouble) {
    this.registry = registry;
    this.feed = feed;
    this.outlets =
        sinks.stream()
            .map(sink -> new Outlet(sink, line -> trouble.accept(sink.name(), line)))
            .toList();
  }

  @Override
  public void accept(Alert alert) {
    clerk.execute(() -> pass(alert));
  }

  private void pass(Alert alert) {
    feed.tell(line(alert));
    LOG.info("alert {} {}: {}", alert.level().word(), alert.topic(), alert.message());
    outlets.forEach(outlet -> outlet.accept(alert));
    try {
      registry.raise(alert);
    } catch (RuntimeException e) {
      LOG.warn("an alert could not be saved", e);
    }
  }

  /** As watchers are told it. */
  public static Line.OfAlert line(Alert alert) {
    InboxName inbox = alert.inbox();
    return new Line.OfAlert(
        alert.at(),
        inbox == null ? null : inbox.text(),
        alert.topic(),
        alert.level().word(),
        alert.message());
  }

  @Override
  public void close() {
    clerk.shutdown();
    try {
      if (!clerk.awaitTermination(2, TimeUnit.SECONDS)) {
        clerk.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    outlets.forEach(Outlet::close);
  }
}
