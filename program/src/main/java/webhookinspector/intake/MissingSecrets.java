package webhookinspector.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.Alert;

/**
 * Tells the operator, once an hour an inbox, that signed deliveries come although nothing is there
 * to check them with: Asana deletes a webhook after 24 h of refusals (webhooks guide).
 */
final class MissingSecrets {

  private static final Duration PAUSE = Duration.ofHours(1);

  private final Consumer<Alert> alerts;
  private final InstantSource clock;
  private final Map<InboxName, Instant> told = new ConcurrentHashMap<>();

  MissingSecrets(Consumer<Alert> alerts, InstantSource clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  void noticed(InboxName inbox) {
    Instant now = clock.instant();
    Instant latest =
        told.compute(
            inbox, (name, last) -> last != null && now.isBefore(last.plus(PAUSE)) ? last : now);
    if (latest.equals(now)) {
      alerts.accept(
          new Alert(
              now,
              inbox,
              "no-secret",
              "signed deliveries are refused: this inbox has no secret. Restore it from a backup, or"
                  + " delete the webhook and create it again"));
    }
  }
}
