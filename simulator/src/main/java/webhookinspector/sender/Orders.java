package webhookinspector.sender;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.faults.Parcel;
import webhookinspector.subscriptions.LiveWebhook;
import webhookinspector.trust.Signature;
import webhookinspector.world.Occurrence;

/**
 * Writes and signs what a webhook's target is to get.
 *
 * @param seed decides the order of keys
 */
record Orders(LiveWebhook webhook, long seed) {

  private static final int MOST_OF_A_FAILURE = 2_000;

  /**
   * @param batch none: a heartbeat's body
   */
  Post.Order make(
      Attempt.Kind kind, List<Occurrence> batch, String because, int retries, Instant at) {
    Body body = batch.isEmpty() ? DeliveryBody.HEARTBEAT : DeliveryBody.of(batch, seed);
    Headers headers =
        Headers.of(
            "Content-Type",
            "application/json",
            Signature.HEADER,
            Signature.of(webhook.secret(), body).hex());
    var parcel =
        new Parcel(webhook.gid(), kind.word(), retries, at, webhook.target(), headers, body);
    return new Post.Order(kind, parcel, because, batch.stream().map(Occurrence::number).toList());
  }

  /**
   * What {@code last_failure_content} tells of an answer: status line, blank line, body, as in the
   * API description's sample.
   */
  static String failure(Answer answer) {
    return switch (answer) {
      case Answer.Response(int status, String reason, _, Body body) ->
          (status + " " + reason).strip() + "\n\n" + shortened(body);
      case Answer other -> other.summary();
    };
  }

  private static String shortened(Body body) {
    byte[] bytes = body.toBytes();
    return new String(bytes, 0, Math.min(bytes.length, MOST_OF_A_FAILURE), StandardCharsets.UTF_8);
  }
}
