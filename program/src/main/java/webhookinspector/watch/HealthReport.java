package webhookinspector.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.registry.Level;

/**
 * How everything that we watch is doing.
 *
 * @param at when this was asked, by our clock
 * @param level of the most urgent
 * @param webhooks those that we own, by inbox
 * @param selfPings a line for each address that they target
 * @param clockSkew or null while unknown
 */
public record HealthReport(
    Instant at,
    Level level,
    List<WebhookHealth> webhooks,
    List<SelfPing> selfPings,
    @Nullable ClockSkew clockSkew) {

  public HealthReport {
    webhooks = List.copyOf(webhooks);
    selfPings = List.copyOf(selfPings);
  }
}
