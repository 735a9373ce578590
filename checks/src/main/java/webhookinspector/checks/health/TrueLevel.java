package webhookinspector.checks.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.registry.Level;
import webhookinspector.subscription.Webhook;

/** How urgent a webhook is, as docs/monitoring.md states it, by what Asana itself knows. */
final class TrueLevel {

  private TrueLevel() {}

  /**
   * @param webhook null once Asana has deleted it
   */
  static Level of(@Nullable Webhook webhook, Instant now) {
    if (webhook == null) {
      return Level.CRITICAL;
    }
    Instant success = webhook.lastSuccessAt();
    Instant deletion = webhook.failureDeletionTimestamp();
    Level silent =
        success == null ? Level.WARN : bySilence(Duration.between(success, now).toMinutes());
    return deletion == null ? silent : silent.or(byTimeLeft(Duration.between(now, deletion)));
  }

  private static Level bySilence(long minutes) {
    return minutes >= 23 * 60
        ? Level.CRITICAL
        : minutes >= 16 * 60 ? Level.ALARM : minutes >= 8 * 60 + 30 ? Level.WARN : Level.GOOD;
  }

  private static Level byTimeLeft(Duration left) {
    return left.toMinutes() < 4 * 60
        ? Level.CRITICAL
        : left.toMinutes() <= 16 * 60 ? Level.ALARM : Level.WARN;
  }
}
