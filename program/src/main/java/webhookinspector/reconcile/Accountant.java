package webhookinspector.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import webhookinspector.inbox.Inbox;
import webhookinspector.inspection.Fingerprint;
import webhookinspector.registry.Alert;

/** Makes the accounts again and again, and raises an alert when something new is missing. */
public final class Accountant {

  /** Three or four calls of Asana's API a webhook each time. */
  private static final Duration EVERY = Duration.ofMinutes(10);

  /** What is told once need not be looked for again. */
  private static final Duration SINCE = Duration.ofHours(2);

  private final Reconciler reconciler;
  private final Consumer<Alert> alerts;
  private final InstantSource clock;
  private final Duration lag;
  private final Map<String, Integer> missing = new ConcurrentHashMap<>();
  private final Set<Fingerprint> told = new HashSet<>();
  private Instant next;

  /**
   * @param lag as in {@link Reconciler#report}
   */
  public Accountant(
      Reconciler reconciler, Consumer<Alert> alerts, InstantSource clock, Duration lag) {
    this.reconciler = reconciler;
    this.alerts = alerts;
    this.clock = clock;
    this.lag = lag;
    this.next = clock.instant().plus(EVERY);
  }

  /** Does nothing before its time. For one thread. */
  public void makeWhenDue() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(EVERY);
    try {
      for (Inbox inbox : reconciler.webhooks()) {
        look(inbox);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Inbox inbox) throws InterruptedException {
    Report report = reconciler.report(inbox, SINCE, lag);
    missing.put(inbox.name().text(), report.streamOnly().size() + report.unseen().size());
    long fresh = report.streamOnly().stream().filter(item -> told.add(item.fingerprint())).count();
    if (fresh > 0) {
      alerts.accept(
          new Alert(
              clock.instant(),
              inbox.name(),
              "missed-by-webhook",
              fresh
                  + (fresh == 1 ? " event" : " events")
                  + " reached us by the events stream only: Asana's webhook lost what it should have"
                  + " told. `inspector reconcile` lists them"));
    }
  }

  /** By inbox, how many events were missing in its last account. */
  public Map<String, Integer> missing() {
    return Map.copyOf(missing);
  }
}
