package webhookinspector.subscriptions;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How deliveries to one webhook fare; each step gives the state that follows.
 *
 * @param lastFailureContent "" before the first failure, as on the wire
 * @param retryCount retries since the last success
 * @param deletionAt when it will be deleted unless a delivery succeeds; null while all is well
 */
public record Health(
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFailureAt,
    String lastFailureContent,
    int retryCount,
    @Nullable Instant nextAttemptAfter,
    @Nullable Instant deletionAt) {

  /** Right after the handshake, which counts as a success (captured from the real service). */
  public static Health good(Instant since) {
    return new Health(since, null, "", 0, null, null);
  }

  public boolean failing() {
    return deletionAt != null;
  }

  /** The count falls to 0 and both dates vanish. */
  public Health succeeded(Instant at) {
    return new Health(at, lastFailureAt, lastFailureContent, 0, null, null);
  }

  /**
   * @param content what came back
   * @param next when it is tried again
   * @param deletionAfter from the first failure since the last success
   */
  public Health failed(Instant at, String content, Instant next, Duration deletionAfter) {
    Instant deletion = deletionAt == null ? at.plus(deletionAfter) : deletionAt;
    int retries = deletionAt == null ? 0 : retryCount + 1;
    return new Health(lastSuccessAt, at, content, retries, next, deletion);
  }
}
