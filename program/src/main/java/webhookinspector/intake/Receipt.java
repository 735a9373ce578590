package webhookinspector.intake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import webhookinspector.answers.Answer;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.trust.Secret;

/**
 * What goes back to the sender.
 *
 * @param status 200 kept and believed, or what it is on purpose, 0 for a cut connection; 400 a
 *     handshake that cannot be echoed safely, 401 not believed, 404 no such inbox, 503 not kept
 * @param echo the secret for {@code X-Hook-Secret}, or null when none may be echoed
 * @param id for {@code X-Delivery-Id}, or null unless kept and believed
 * @param late how long to wait with it, on purpose
 */
public record Receipt(int status, @Nullable Secret echo, @Nullable DeliveryId id, Duration late) {

  private Receipt(int status, @Nullable Secret echo, @Nullable DeliveryId id) {
    this(status, echo, id, Duration.ZERO);
  }

  /** No inbox has that key. */
  static final Receipt UNKNOWN = new Receipt(404, null, null);

  /** Somebody offers a secret in a form that could split our response. */
  static final Receipt UNSAFE = new Receipt(400, null, null);

  /** Not believed; a copy may be in the quarantine. */
  static final Receipt REFUSED = new Receipt(401, null, null);

  /** We do not have it, so the sender should keep it. */
  static final Receipt TRY_LATER = new Receipt(503, null, null);

  static Receipt kept(DeliveryId id) {
    return new Receipt(200, null, id);
  }

  /** Kept, and answered as somebody wants it. */
  static Receipt onPurpose(Answer answer, DeliveryId id) {
    return new Receipt(answer.status(), null, id, answer.late());
  }

  static Receipt echoing(Secret secret, DeliveryId id) {
    return new Receipt(200, secret, id);
  }
}
