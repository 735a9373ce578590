package webhookinspector.app;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.tui.model.Host;
import webhookinspector.registry.Level;
import webhookinspector.watch.HealthReport;
import webhookinspector.watch.SelfPing;
import webhookinspector.watch.WebhookHealth;

/** The health of what we watch, as the full-screen view tells it. */
final class ViewHealth {

  private ViewHealth() {}

  static Host.Health of(HealthReport report) {
    List<WebhookHealth> webhooks = report.webhooks();
    Instant pinged =
        report.selfPings().stream()
            .filter(SelfPing::ok)
            .map(SelfPing::at)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Host.Health(
        pinged,
        earliest(webhooks, WebhookHealth::heartbeatDue),
        earliest(webhooks, WebhookHealth::failureDeletionTimestamp),
        webhooks.stream().map(ViewHealth::watched).toList());
  }

  private static @Nullable Instant earliest(
      List<WebhookHealth> webhooks, Function<WebhookHealth, @Nullable Instant> what) {
    return webhooks.stream()
        .map(what)
        .filter(Objects::nonNull)
        .min(Comparator.<Instant>naturalOrder())
        .orElse(null);
  }

  private static Host.Watched watched(WebhookHealth webhook) {
    String inbox = webhook.inbox();
    return new Host.Watched(
        webhook.webhook(),
        words(webhook.resource()),
        inbox == null ? "" : inbox,
        tone(webhook.level()),
        webhook.word().word().toUpperCase(Locale.ROOT),
        webhook.sentences(),
        webhook.next());
  }

  private static String words(Ref resource) {
    String type = resource.type().orElse("resource");
    return type + " " + (resource.name() == null ? resource.gid() : resource.name());
  }

  private static Tone tone(Level level) {
    return switch (level) {
      case GOOD -> Tone.GOOD;
      case WARN -> Tone.WARN;
      case ALARM, CRITICAL -> Tone.BAD;
    };
  }
}
