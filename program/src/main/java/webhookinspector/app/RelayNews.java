package webhookinspector.app;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.feed.Feed;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.OutboxTrouble;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;

/**
 * Tells what an app answered that answers Asana, behind the back of whoever waits for it. When it
 * stops answering, ours goes back, and that is said once.
 */
final class RelayNews implements Consumer<Attempt> {

  private static final Logger LOG = LoggerFactory.getLogger(RelayNews.class);
  private static final String TOPIC = "relay";

  private final Feed feed;
  private final Outbox outbox;
  private final Consumer<Alert> alerts;
  private final AtomicBoolean silent = new AtomicBoolean();

  RelayNews(Feed feed, Outbox outbox, Consumer<Alert> alerts) {
    this.feed = feed;
    this.outbox = outbox;
    this.alerts = alerts;
  }

  @Override
  public void accept(Attempt attempt) {
    Thread.ofVirtual().name("relay-news").start(() -> pass(attempt));
  }

  private void pass(Attempt attempt) {
    feed.tell(AttemptLine.of(attempt));
    boolean answered = attempt.status() != null;
    if (silent.compareAndSet(answered, !answered)) {
      Level level = answered ? Level.GOOD : Level.WARN;
      String message =
          answered
              ? attempt.target() + " answers Asana again"
              : attempt.target() + " does not answer: " + attempt.because();
      alerts.accept(new Alert(attempt.at(), null, TOPIC, level, message));
    }
    try {
      outbox.keep(List.of(attempt));
    } catch (OutboxTrouble e) {
      LOG.warn("an attempt is not remembered: {}", e.getMessage());
    }
  }
}
