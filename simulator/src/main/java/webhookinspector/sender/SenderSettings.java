package webhookinspector.sender;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

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
    return copy(c -> c.batchWindow = window);
  }

  public SenderSettings withCaps(int batch, int recovery) {
    return copy(
        c -> {
          c.batchCap = batch;
          c.recoveryCap = recovery;
        });
  }

  public SenderSettings withHeartbeatEvery(Duration every) {
    return copy(c -> c.heartbeatEvery = every);
  }

  public SenderSettings withFirstHeartbeatAfter(Duration wait) {
    return copy(c -> c.firstHeartbeatAfter = wait);
  }

  public SenderSettings withAnswerTimeout(Duration timeout) {
    return copy(c -> c.answerTimeout = timeout);
  }

  public SenderSettings withBackOff(List<Duration> waits) {
    return copy(c -> c.backOff = waits);
  }

  public SenderSettings withDeletionAfter(Duration after) {
    return copy(c -> c.deletionAfter = after);
  }

  public SenderSettings acceptingAny2xx() {
    return copy(c -> c.acceptsAny2xx = true);
  }

  private SenderSettings copy(Consumer<Copy> change) {
    var copy = new Copy(this);
    change.accept(copy);
    return new SenderSettings(
        copy.batchWindow,
        copy.batchCap,
        copy.recoveryCap,
        copy.firstHeartbeatAfter,
        copy.heartbeatEvery,
        copy.answerTimeout,
        copy.backOff,
        copy.deletionAfter,
        copy.acceptsAny2xx);
  }

  /** The same values, open for one change. */
  private static final class Copy {
    private Duration batchWindow;
    private int batchCap;
    private int recoveryCap;
    private Duration firstHeartbeatAfter;
    private Duration heartbeatEvery;
    private Duration answerTimeout;
    private List<Duration> backOff;
    private Duration deletionAfter;
    private boolean acceptsAny2xx;

    Copy(SenderSettings from) {
      batchWindow = from.batchWindow;
      batchCap = from.batchCap;
      recoveryCap = from.recoveryCap;
      firstHeartbeatAfter = from.firstHeartbeatAfter;
      heartbeatEvery = from.heartbeatEvery;
      answerTimeout = from.answerTimeout;
      backOff = from.backOff;
      deletionAfter = from.deletionAfter;
      acceptsAny2xx = from.acceptsAny2xx;
    }
  }
}
