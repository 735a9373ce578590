package webhookinspector.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.subscription.Webhook;

/**
 * What is known about a webhook. All times are ours but those inside {@code told}.
 *
 * @param told Asana's record, the whole one, or null before the first
 * @param toldAt when Asana gave it, or null before
 * @param ahead how far Asana's clock is ahead of ours; negative when it is behind
 * @param refusal why Asana cannot be asked now, one line, or null when it can
 * @param goneAt when Asana first said that there is no such webhook, or null
 * @param heardAt when the last believable delivery arrived here, or null
 * @param uncounted when the first one arrived that is later than anything Asana counts, or null
 * @param unreached why its address does not lead to this receiver, one line, or null
 * @param replacedBy gid of a later webhook of ours on the same resource, or null; of interest once
 *     this one is gone
 */
record Facts(
    @Nullable Webhook told,
    @Nullable Instant toldAt,
    Duration ahead,
    @Nullable String refusal,
    @Nullable Instant goneAt,
    @Nullable Instant heardAt,
    @Nullable Instant uncounted,
    @Nullable String unreached,
    @Nullable String replacedBy) {

  /** Our record and Asana's may differ by so much before it means something. */
  private static final Duration TOLERANCE = Duration.ofMinutes(15);

  /** Asana gets so long to write down that it was answered. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /** Nothing yet. */
  static final Facts NONE =
      new Facts(null, null, Duration.ZERO, null, null, null, null, null, null);

  /** Asana answered. */
  Facts told(Webhook webhook, Instant at, Duration clockAhead) {
    Instant success = webhook.lastSuccessAt();
    boolean caughtUp =
        uncounted != null
            && success != null
            && success.minus(clockAhead).plus(TOLERANCE).isAfter(uncounted);
    Instant open = caughtUp ? null : uncounted;
    return new Facts(webhook, at, clockAhead, null, null, heardAt, open, unreached, null);
  }

  /** Asana could not be asked. */
  Facts refused(String why) {
    return new Facts(told, toldAt, ahead, why, goneAt, heardAt, uncounted, unreached, replacedBy);
  }

  /** Asana has none of that gid. */
  Facts missing(Instant at) {
    Instant first = goneAt == null ? at : goneAt;
    return new Facts(told, toldAt, ahead, null, first, heardAt, uncounted, unreached, replacedBy);
  }

  /** A believable delivery arrived. */
  Facts heard(Instant at) {
    Instant last = heardAt == null || at.isAfter(heardAt) ? at : heardAt;
    Instant success = success();
    boolean odd = uncounted == null && success != null && at.isAfter(success.plus(TOLERANCE));
    return new Facts(
        told, toldAt, ahead, refusal, goneAt, last, odd ? at : uncounted, unreached, replacedBy);
  }

  /** A ping through its address came back, or did not. */
  Facts reached(@Nullable String whyNot) {
    return new Facts(told, toldAt, ahead, refusal, goneAt, heardAt, uncounted, whyNot, replacedBy);
  }

  /** Another webhook of ours took its place, or none did. */
  Facts replaced(@Nullable String gid) {
    return new Facts(told, toldAt, ahead, refusal, goneAt, heardAt, uncounted, unreached, gid);
  }

  /** The last success that Asana counts, by our clock. */
  @Nullable Instant success() {
    return told == null ? null : ours(told.lastSuccessAt());
  }

  /** Whether deliveries arrived here that Asana, asked since, does not count. */
  boolean doubtful() {
    return uncounted != null && toldAt != null && !uncounted.plus(GRACE).isAfter(toldAt);
  }

  /** A time of Asana's by our clock. */
  @Nullable Instant ours(@Nullable Instant asanas) {
    return asanas == null ? null : asanas.minus(ahead);
  }
}
