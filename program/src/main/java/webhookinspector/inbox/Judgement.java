package webhookinspector.inbox;

import webhookinspector.trust.Handshake;
import webhookinspector.trust.Verdict;

/**
 * What was decided at the door, as it is kept.
 *
 * @param handshake whether it was a handshake; otherwise a delivery that should carry a signature
 * @param word for a delivery {@code authentic}, {@code forged}, {@code unsigned} or {@code
 *     nosecret}; for a handshake {@code accepted}, {@code pending} or {@code refused}
 * @param because one line for a person, without any secret
 * @param believable whether it counts: authentic deliveries, accepted and pending handshakes
 */
public record Judgement(boolean handshake, String word, String because, boolean believable) {

  /** On a delivery. */
  public static Judgement of(Verdict verdict) {
    return new Judgement(false, verdict.word(), verdict.because(), verdict.believable());
  }

  /** On a handshake. Names the secret by its fingerprint only. */
  public static Judgement of(Handshake handshake) {
    return switch (handshake) {
      case Handshake.Accepted accepted ->
          new Judgement(
              true,
              "accepted",
              "repeats this inbox's secret (" + accepted.secret().fingerprint() + ")",
              true);
      case Handshake.Pending pending ->
          new Judgement(
              true,
              "pending",
              "a create call is open; secret " + pending.secret().fingerprint() + " waits for it",
              true);
      case Handshake.Refused refused -> new Judgement(true, "refused", refused.because(), false);
    };
  }
}
