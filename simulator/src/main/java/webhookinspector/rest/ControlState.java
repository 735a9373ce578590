package webhookinspector.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import webhookinspector.faults.ActiveFaults.Injected;
import webhookinspector.sender.Attempt;
import webhookinspector.subscription.Webhook;

/**
 * What the control page shows, taken at one moment.
 *
 * @param rate the little team's changes a second of the simulator; 0 while it rests
 * @param injected faults that are or will be at work, those included whose time is over
 * @param attempts those that the journal still has, oldest first
 * @param count of all attempts so far
 */
record ControlState(
    Instant now,
    double speed,
    double rate,
    List<Row> webhooks,
    List<Injected> injected,
    List<Attempt> attempts,
    long count) {

  /**
   * @param waiting events that wait for delivery to it
   */
  record Row(Webhook webhook, int waiting) {}

  int waiting() {
    return webhooks.stream().mapToInt(Row::waiting).sum();
  }

  long failing() {
    return webhooks.stream()
        .filter(row -> row.webhook().failureDeletionTimestamp() != null)
        .count();
  }

  /** The faults that were at work in the attempts, and how often. */
  Map<String, Long> faults() {
    return attempts.stream()
        .map(Attempt::fault)
        .filter(Objects::nonNull)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }
}
