package webhookinspector.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.registry.Level;

/**
 * How a webhook is doing, as views and the API show it: the component names are the JSON names.
 *
 * @param webhook gid
 * @param inbox the inbox of ours that it targets, or null when it is somebody else's
 * @param resource what it watches; its name may be missing
 * @param word see {@link Word}
 * @param since when it came into this state, by our clock; null when nobody watched then
 * @param sentences the most urgent first; never empty
 * @param next what to type, or null when nothing helps but the world outside
 * @param askedAt when Asana last told of it, or null
 * @param lastSuccessAt by Asana's record, or null
 * @param lastHeardAt when the last believable delivery arrived here, or null
 * @param heartbeatDue when the next one is expected, or null
 * @param deliveryRetryCount by Asana's record, like what follows
 * @param lag of its events, or null before there are any
 */
public record WebhookHealth(
    String webhook,
    @Nullable String inbox,
    Ref resource,
    Word word,
    Level level,
    @Nullable Instant since,
    List<String> sentences,
    @Nullable String next,
    @Nullable Instant askedAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastHeardAt,
    @Nullable Instant heartbeatDue,
    int deliveryRetryCount,
    @Nullable Instant nextAttemptAfter,
    @Nullable Instant failureDeletionTimestamp,
    @Nullable Lag lag) {

  public WebhookHealth {
    sentences = List.copyOf(sentences);
  }
}
