package webhookinspector.conform;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the first handshake and the first delivery went.
 *
 * @param handshake the answer to the handshake as Asana sends it: no body, no signature
 * @param withBody the answer to the same with {@code {}} as its body; only tried after a refusal
 * @param withSignature the answer to the same with a signature; only tried after a refusal
 * @param echoed whether any of them brought the secret back
 * @param keptBeforeEcho whether the secret was still there after a kill right after the echo; null
 *     when that was not tried
 * @param delivery the answer to an ordinary signed delivery
 * @param computation the wrong way of signing that was accepted instead, or ""
 */
record Opening(
    Answer handshake,
    @Nullable Answer withBody,
    @Nullable Answer withSignature,
    boolean echoed,
    @Nullable Boolean keptBeforeEcho,
    Answer delivery,
    String computation,
    List<Traffic> traffic) {

  Opening {
    traffic = List.copyOf(traffic);
  }

  boolean shookHands() {
    return handshake.accepted() || isAccepted(withBody) || isAccepted(withSignature);
  }

  /** Whether ordinary deliveries get through, so that the other checks mean something. */
  boolean usable(Duration limit) {
    return delivery.accepted() && delivery.took().compareTo(limit) <= 0;
  }

  /** Where to look when they do not. */
  String whyUnusable(Duration limit) {
    if (handshake.redirected() || delivery.redirected()) {
      return "every answer is a redirect; see no-redirect";
    }
    if (delivery.timedOut() || delivery.took().compareTo(limit) > 0) {
      return "ordinary deliveries are answered too late; see answer-time";
    }
    return shookHands()
        ? "no ordinary delivery is accepted yet; see delivery-accepted"
        : "no handshake has succeeded yet; see handshake-accepted";
  }

  static boolean isAccepted(@Nullable Answer answer) {
    return answer != null && answer.accepted();
  }
}
