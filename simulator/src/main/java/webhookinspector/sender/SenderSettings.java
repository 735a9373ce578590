package webhookinspector.sender;

import java.time.Duration;
import java.util.List;

/**
 * How the sender behaves where Asana documents nothing or only a bound. Times are on the
 * simulator's clock.
 *
 * @param batchWindow how long the first event of a batch waits for others; ours, 1 s
 * @param batchCap most events in one body while all is well; ours, 100
 * @param recoveryCap most events in the combined body after a pause; ours, 1,000, which is about
 *     300 KB
 * @param firstHeartbeatAfter the create call's answer; ours, 200 ms
 * @param heartbeatEvery after the last delivery; 8 h (webhooks guide)
 * @param answerTimeout until a successful status must have come; 10 s (webhooks guide)
 * @param backOff waits after the first, second … failure, the last one repeating; exponential by
 *     the webhooks guide, the steps are ours
 * @param deletionAfter from the first failure since the last success; 24 h (webhooks guide)
 * @param acceptsAny2xx whether other statuses than 200 and 204 count as success; ours, no
 */
public record SenderSettings(
    Duration batchWindow,
    int batchCap,
    int recoveryCap,
    Duration firstHeartbeatAfter,
    Duration heartbeatEvery,
    Duration answerTimeout,
    List<Duration> backOff,
    Duration deletionAfter,
    boolean acceptsAny2xx) {

  /** As the webhooks guide says, and our own choice where it is silent. */
  public static final SenderSettings DEFAULTS =
      new SenderSettings(
          Duration.ofSeconds(1),
          100,
          1_000,
          Duration.ofMillis(200),
          Duration.ofHours(8),
          Duration.ofSeconds(10),
          List.of(
              Duration.ofSeconds(30),
              Duration.ofMinutes(1),
              Duration.ofMinutes(2),
              Duration.ofMinutes(4),
              Duration.ofMinutes(8),
              Duration.ofMinutes(16),
              Duration.ofMinutes(32),
              Duration.ofHours(1)),
          Duration.ofHours(24),
          false);

  public SenderSettings {
    backOff = List.copyOf(backOff);
    if (batchCap < 1 || recoveryCap < batchCap) {
      throw new IllegalArgumentException(
          "batchCap, recoveryCap: "
              + batchCap
              + ", "
              + recoveryCap
              + " (expected: at least 1, and the second not below the first)");
    }
    if (backOff.isEmpty()) {
      throw new IllegalArgumentException("backOff: empty (expected: at least one wait)");
    }
  }

  /** The wait after that many failures in a row, from 1. */
  public Duration backOffAfter(int failures) {
    return backOff.get(Math.clamp(failures - 1L, 0, backOff.size() - 1));
  }

  public SenderSettings withBatchWindow(Duration window) {
    return new SenderSettings(
        window,
        batchCap,
        recoveryCap,
        firstHeartbeatAfter,
        heartbeatEvery,
        answerTimeout,
        backOff,
        deletionAfter,
        acceptsAny2xx);
  }

  public SenderSettings withCaps(int batch, int recovery) {
    return new SenderSettings(
        batchWindow,
        batch,
        recovery,
        firstHeartbeatAfter,
        heartbeatEvery,
        answerTimeout,
        backOff,
        deletionAfter,
        acceptsAny2xx);
  }

  public SenderSettings withHeartbeatEvery(Duration every) {
    return new SenderSettings(
        batchWindow,
        batchCap,
        recoveryCap,
        firstHeartbeatAfter,
        every,
        answerTimeout,
        backOff,
        deletionAfter,
        acceptsAny2xx);
  }

  public SenderSettings withAnswerTimeout(Duration timeout) {
    return new SenderSettings(
        batchWindow,
        batchCap,
        recoveryCap,
        firstHeartbeatAfter,
        heartbeatEvery,
        timeout,
        backOff,
        deletionAfter,
        acceptsAny2xx);
  }

  public SenderSettings withBackOff(List<Duration> waits) {
    return new SenderSettings(
        batchWindow,
        batchCap,
        recoveryCap,
        firstHeartbeatAfter,
        heartbeatEvery,
        answerTimeout,
        waits,
        deletionAfter,
        acceptsAny2xx);
  }

  public SenderSettings withDeletionAfter(Duration after) {
    return new SenderSettings(
        batchWindow,
        batchCap,
        recoveryCap,
        firstHeartbeatAfter,
        heartbeatEvery,
        answerTimeout,
        backOff,
        after,
        acceptsAny2xx);
  }

  public SenderSettings acceptingAny2xx() {
    return new SenderSettings(
        batchWindow,
        batchCap,
        recoveryCap,
        firstHeartbeatAfter,
        heartbeatEvery,
        answerTimeout,
        backOff,
        deletionAfter,
        true);
  }
}
