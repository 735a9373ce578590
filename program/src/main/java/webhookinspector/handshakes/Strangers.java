package webhookinspector.handshakes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.Alert;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;

/**
 * Tells the operator about handshakes that were not Asana's. A flood of them must not become a
 * flood of alerts: one a minute an inbox, which tells how many were passed over.
 */
final class Strangers {

  private static final String TOPIC = "stranger-handshake";
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Consumer<Alert> alerts;
  private final InstantSource clock;
  private final Map<InboxName, Told> told = new ConcurrentHashMap<>();

  /**
   * @param due whether this very refusal is to be told
   * @param more refusals since the last alert that were not
   */
  private record Told(Instant at, boolean due, long more) {}

  Strangers(Consumer<Alert> alerts, InstantSource clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  void refused(InboxName inbox, Handshake.Refused refused) {
    Instant now = clock.instant();
    long[] passedOver = new long[1];
    Told latest =
        told.compute(
            inbox,
            (name, last) -> {
              if (last != null && now.isBefore(last.at.plus(PAUSE))) {
                return new Told(last.at, false, last.more + 1);
              }
              passedOver[0] = last == null ? 0 : last.more;
              return new Told(now, true, 0);
            });
    if (latest.due) {
      String more = passedOver[0] == 0 ? "" : "; " + passedOver[0] + " more since the last alert";
      alert(inbox, TOPIC, "a handshake was refused: " + refused.because() + more);
    }
  }

  void lost(InboxName inbox, List<Secret> losers) {
    if (!losers.isEmpty()) {
      alert(
          inbox,
          TOPIC,
          losers.size()
              + " offered while the create call was open did not come from Asana ("
              + fingerprints(losers)
              + "); Asana's own was elected, theirs are forgotten");
    }
  }

  void undecided(InboxName inbox, List<Secret> candidates) {
    if (candidates.size() > 1) {
      alert(
          inbox,
          TOPIC,
          candidates.size()
              + " secrets were offered and nothing tells which is Asana's ("
              + fingerprints(candidates)
              + "); none was taken: make a new inbox, whose address nobody knows yet");
    }
  }

  void alert(InboxName inbox, String topic, String message) {
    alerts.accept(new Alert(clock.instant(), inbox, topic, message));
  }

  private static String fingerprints(List<Secret> secrets) {
    return secrets.stream().map(Secret::fingerprint).collect(Collectors.joining(", "));
  }
}
