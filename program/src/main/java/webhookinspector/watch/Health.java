package webhookinspector.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import webhookinspector.registry.Level;
import webhookinspector.subscription.Webhook;

/**
 * How a webhook is doing. Asana sends a heartbeat every 8 h and deletes a webhook after 24 h
 * without a success, telling nobody (webhooks guide).
 *
 * @param word of the most urgent symptom
 * @param sentences the most urgent first; never empty
 */
public record Health(Word word, Level level, List<String> sentences) {

  /** Between two heartbeats (webhooks guide). */
  public static final Duration HEARTBEAT = Duration.ofHours(8);

  /** Silence from here on is {@link Level#WARN}: half an hour of grace for a late heartbeat. */
  static final Duration HEARTBEAT_IS_LATE = HEARTBEAT.plusMinutes(30);

  /** {@link Level#ALARM} from here on. */
  static final Duration TWO_HEARTBEATS_ARE_MISSING = Duration.ofHours(16);

  /** {@link Level#CRITICAL} from here on: an hour is left. */
  static final Duration DELETION_IS_NEAR = Duration.ofHours(23);

  /** Failing with less than this left is {@link Level#ALARM}: it went on for 8 h. */
  static final Duration FAILING_FOR_LONG = Duration.ofHours(16);

  /** Failing with less than this left is {@link Level#CRITICAL}. */
  static final Duration LAST_CALL = Duration.ofHours(4);

  /** Of an event on its way here (webhooks guide: on average within a minute). */
  static final Duration USUAL_DELAY = Duration.ofMinutes(1);

  /** Asana's words are believed for so long; then health rests on our own record. */
  static final Duration STALE = Duration.ofMinutes(15);

  public Health {
    sentences = List.copyOf(sentences);
  }

  /**
   * As far as Asana's record tells.
   *
   * @param webhook whole, not the compact form
   */
  public static Health of(Webhook webhook, Instant now) {
    return of(Facts.NONE.told(webhook, now, Duration.ZERO), now);
  }

  static Health of(Facts facts, Instant now) {
    List<Symptom> symptoms = Examination.of(facts, now).stream().sorted(Symptom.URGENCY).toList();
    Symptom first = symptoms.getFirst();
    return new Health(
        first.word(), first.level(), symptoms.stream().map(Symptom::sentence).toList());
  }

  /** Whether both call for the same reaction; sentences count minutes and change all the time. */
  boolean sameAs(Health other) {
    return word == other.word && level == other.level;
  }
}
