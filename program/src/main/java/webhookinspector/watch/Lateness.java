package webhookinspector.watch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.InboxName;

/** How late events reach each inbox. For one thread at a time. */
final class Lateness {

  private final Map<InboxName, Lags> lags = new HashMap<>();

  void note(InboxName inbox, Duration lag) {
    lags.computeIfAbsent(inbox, _ -> new Lags()).add(lag.toMillis());
  }

  void keepOnly(Collection<InboxName> inboxes) {
    lags.keySet().retainAll(inboxes);
  }

  @Nullable Lag of(InboxName inbox) {
    Lags known = lags.get(inbox);
    return known == null ? null : known.percentiles();
  }

  /** An event that arrived before it had happened tells of the clocks what no answer did. */
  @Nullable ClockSkew skew() {
    long least = lags.values().stream().mapToLong(Lags::least).min().orElse(0);
    return least >= 0 ? null : new ClockSkew(-least, Health.USUAL_DELAY.toMillis(), "lag");
  }
}
