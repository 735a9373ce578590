package webhookinspector.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import webhookinspector.subscription.Webhook;

/** Why a webhook is probably gone. Asana tells nobody when it deletes one. */
final class Deletion {

  /** After so long without a success (webhooks guide). */
  private static final Duration DELETED_AFTER = Duration.ofHours(24);

  /** What Asana announced and what it does may differ by so much. */
  private static final Duration GRACE = Duration.ofMinutes(15);

  private Deletion() {}

  /** For a webhook that Asana does not know any more. */
  static String words(Facts facts) {
    String heir = facts.replacedBy();
    return heir == null ? why(facts) : "webhook " + heir + " took its place; " + why(facts);
  }

  private static String why(Facts facts) {
    Instant noticed = Objects.requireNonNull(facts.goneAt(), "asked only of what is gone");
    String gone = "Asana does not know it any more, noticed at " + Spans.moment(noticed);
    Webhook told = facts.told();
    if (told == null) {
      return gone + "; probably deleted after 24 h without a successful delivery";
    }
    Instant failing = failingSince(facts, told, noticed);
    if (failing != null) {
      return gone + "; probably deleted for failures since " + Spans.moment(failing);
    }
    Instant toldAt = Objects.requireNonNull(facts.toldAt(), "known with what was told");
    return gone
        + "; deleted after "
        + Spans.moment(toldAt)
        + ", when it was still well: by somebody, or with what it watched";
  }

  private static @Nullable Instant failingSince(Facts facts, Webhook told, Instant noticed) {
    Instant announced = facts.ours(told.failureDeletionTimestamp());
    if (announced != null && !announced.minus(GRACE).isAfter(noticed)) {
      return announced.minus(DELETED_AFTER);
    }
    Instant success = facts.ours(told.lastSuccessAt());
    boolean longAgo = success != null && !success.plus(DELETED_AFTER).minus(GRACE).isAfter(noticed);
    return longAgo ? success : null;
  }
}
