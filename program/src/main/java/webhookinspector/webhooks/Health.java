package webhookinspector.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.Harmless;
import webhookinspector.subscription.Webhook;

/**
 * How a webhook is doing, as Asana sees it. Asana sends a heartbeat every 8 h and deletes a webhook
 * after 24 h without a success (webhooks guide).
 *
 * @param sentences the most urgent first; never empty
 */
public record Health(Level level, List<String> sentences) {

  /** How urgent. */
  public enum Level {
    GOOD,
    /** Worth a look. */
    WARN,
    /** Something is broken. */
    BAD,
    /** Asana will delete it soon. */
    CRITICAL
  }

  private static final Duration HEARTBEAT_IS_LATE = Duration.ofMinutes(8 * 60 + 30);
  private static final Duration TWO_HEARTBEATS_ARE_MISSING = Duration.ofHours(16);
  private static final Duration DELETION_IS_NEAR = Duration.ofHours(23);
  private static final Duration LAST_CALL = Duration.ofHours(4);
  private static final int MAX_CONTENT = 120;

  public Health {
    sentences = List.copyOf(sentences);
  }

  /**
   * @param webhook whole, not the compact form
   */
  public static Health of(Webhook webhook, Instant now) {
    var sentences = new ArrayList<String>();
    Level level = Level.GOOD;
    if (webhook.failureDeletionTimestamp() != null) {
      Duration left = Duration.between(now, webhook.failureDeletionTimestamp());
      level = left.compareTo(LAST_CALL) < 0 ? Level.CRITICAL : Level.BAD;
      sentences.add(countdown(left) + "; bring the receiver and its public address back");
    }
    if (!webhook.active()) {
      level = max(level, Level.BAD);
      sentences.add("inactive: Asana sends nothing; delete it and create it again");
    }
    level = max(level, silence(webhook.lastSuccessAt(), now, sentences));
    if (webhook.deliveryRetryCount() > 0) {
      level = max(level, Level.WARN);
      sentences.add(retries(webhook, now));
    }
    return new Health(level, sentences);
  }

  private static String countdown(Duration left) {
    return left.isNegative() || left.isZero()
        ? "Asana deletes it now unless a delivery succeeds"
        : "Asana deletes it in " + words(left) + " unless a delivery succeeds";
  }

  private static Level silence(@Nullable Instant lastSuccess, Instant now, List<String> sentences) {
    if (lastSuccess == null) {
      sentences.add("no delivery has succeeded yet");
      return Level.WARN;
    }
    Duration silent = Duration.between(lastSuccess, now);
    String since = "last success " + words(silent) + " ago";
    if (silent.compareTo(HEARTBEAT_IS_LATE) <= 0) {
      sentences.add(since);
      return Level.GOOD;
    }
    sentences.add(since + ", although Asana sends a heartbeat every 8 h");
    if (silent.compareTo(DELETION_IS_NEAR) > 0) {
      return Level.CRITICAL;
    }
    return silent.compareTo(TWO_HEARTBEATS_ARE_MISSING) > 0 ? Level.BAD : Level.WARN;
  }

  private static String retries(Webhook webhook, Instant now) {
    String next =
        webhook.nextAttemptAfter() == null
            ? ""
            : "; next try in " + words(Duration.between(now, webhook.nextAttemptAfter()));
    String first = webhook.lastFailureContent().lines().findFirst().orElse("").strip();
    String cut = first.length() > MAX_CONTENT ? first.substring(0, MAX_CONTENT) + "…" : first;
    String answer = cut.isEmpty() ? "" : "; the target answered: " + Harmless.text(cut);
    int count = webhook.deliveryRetryCount();
    return count + (count == 1 ? " retry" : " retries") + " since then" + next + answer;
  }

  /** To the minute; seconds below one. */
  private static String words(Duration duration) {
    if (duration.isNegative()) {
      return "0 s";
    }
    if (duration.toMinutes() == 0) {
      return duration.toSeconds() + " s";
    }
    String minutes = duration.toMinutesPart() + " min";
    return duration.toHours() == 0 ? minutes : duration.toHours() + " h " + minutes;
  }

  private static Level max(Level one, Level other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
