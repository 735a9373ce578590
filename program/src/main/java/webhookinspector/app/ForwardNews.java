package webhookinspector.app;

import java.time.InstantSource;
import java.util.function.Consumer;
import webhookinspector.feed.Feed;
import webhookinspector.forward.Told;
import webhookinspector.outbox.Attempt;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;

/** Tells watchers and operator what comes of forwarding. */
record ForwardNews(Feed feed, Consumer<Alert> alerts, InstantSource clock) implements Told {

  private static final String TOPIC = "target";

  @Override
  public void attempt(Attempt attempt) {
    feed.tell(AttemptLine.of(attempt));
  }

  @Override
  public void down(String address, String because) {
    raise(
        Level.WARN,
        address + " takes nothing: " + because + ". Deliveries wait for it and are not lost");
  }

  @Override
  public void back(String address) {
    raise(Level.GOOD, address + " takes deliveries again");
  }

  @Override
  public void gaveUp(Attempt attempt, String because) {
    raise(
        Level.WARN,
        attempt.target()
            + " does not get delivery "
            + attempt.delivery()
            + ": "
            + because
            + ". Try again: inspector forward retry");
  }

  private void raise(Level level, String message) {
    alerts.accept(new Alert(clock.instant(), null, TOPIC, level, message));
  }
}
