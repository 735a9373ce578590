package webhookinspector.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.inspection.Harmless;
import webhookinspector.registry.Level;
import webhookinspector.subscription.Webhook;

/** What there is to say about a webhook at a moment. Pure. */
final class Examination {

  /** Of what a target answered; that is foreign text. */
  private static final int MAX_CONTENT = 120;

  private final Facts facts;
  private final Instant now;
  private final List<Symptom> symptoms = new ArrayList<>();

  private Examination(Facts facts, Instant now) {
    this.facts = facts;
    this.now = now;
  }

  /** At least one symptom. */
  static List<Symptom> of(Facts facts, Instant now) {
    var examination = new Examination(facts, now);
    examination.examine();
    return examination.symptoms;
  }

  private void examine() {
    if (facts.goneAt() != null) {
      Level level = facts.replacedBy() == null ? Level.CRITICAL : Level.GOOD;
      add(Word.GONE, level, Deletion.words(facts));
      return;
    }
    if (facts.unreached() != null) {
      add(Word.UNREACHED, Level.ALARM, facts.unreached());
    }
    Webhook told = facts.told();
    Instant toldAt = facts.toldAt();
    boolean stale = toldAt == null || !toldAt.plus(Health.STALE).isAfter(now);
    if (told == null || stale) {
      unknown(toldAt);
    }
    if (told != null) {
      asana(told);
    }
    silence(stale);
  }

  private void add(Word word, Level level, String sentence) {
    symptoms.add(new Symptom(word, level, sentence));
  }

  private void unknown(@Nullable Instant toldAt) {
    String why = facts.refusal() == null ? "" : ": " + facts.refusal();
    if (toldAt != null) {
      String since = Spans.words(Duration.between(toldAt, now));
      add(Word.UNKNOWN, Level.WARN, "Asana could not be asked for " + since + why);
    } else if (facts.refusal() != null) {
      add(Word.UNKNOWN, Level.WARN, "Asana cannot be asked" + why);
    } else {
      add(Word.UNKNOWN, Level.GOOD, "Asana has not been asked yet");
    }
  }

  private void asana(Webhook told) {
    Instant deletion = facts.ours(told.failureDeletionTimestamp());
    if (deletion != null) {
      failing(Duration.between(now, deletion));
    }
    if (!told.active()) {
      add(Word.INACTIVE, Level.ALARM, "inactive: Asana sends nothing; create it again");
    }
    if (told.deliveryRetryCount() > 0) {
      add(Word.FAILING, Level.WARN, retries(told));
    }
  }

  private void failing(Duration left) {
    Level level =
        left.compareTo(Health.LAST_CALL) < 0
            ? Level.CRITICAL
            : left.compareTo(Health.FAILING_FOR_LONG) <= 0 ? Level.ALARM : Level.WARN;
    String when = left.isNegative() || left.isZero() ? "now" : "in " + Spans.words(left);
    add(
        Word.FAILING,
        level,
        "Asana deletes it "
            + when
            + " unless a delivery succeeds; bring the receiver and its public address back");
  }

  private String retries(Webhook told) {
    Instant attempt = facts.ours(told.nextAttemptAfter());
    String next =
        attempt == null ? "" : "; next try in " + Spans.words(Duration.between(now, attempt));
    String first = told.lastFailureContent().lines().findFirst().orElse("").strip();
    String cut = first.length() > MAX_CONTENT ? first.substring(0, MAX_CONTENT) + "…" : first;
    String answer = cut.isEmpty() ? "" : "; the target answered: " + Harmless.text(cut);
    int count = told.deliveryRetryCount();
    return count + (count == 1 ? " retry" : " retries") + " since then" + next + answer;
  }

  /** Asana's word is the proof of life: an old heartbeat verifies for ever, so ours is none. */
  private void silence(boolean stale) {
    Instant success = facts.success();
    Instant heard = facts.heardAt();
    boolean byUs = stale && heard != null && (success == null || heard.isAfter(success));
    Instant last = byUs ? heard : success;
    if (last == null) {
      if (facts.told() != null) {
        add(Word.SILENT, Level.WARN, "no delivery has succeeded yet");
      }
      return;
    }
    boolean doubtful = heard != null && facts.doubtful();
    if (heard != null && doubtful) {
      add(
          Word.DOUBTFUL,
          Level.WARN,
          "deliveries arrive here that Asana does not count, the last one "
              + Spans.words(Duration.between(heard, now))
              + " ago: old ones that somebody replays, or our answers get lost on the way");
    }
    silent(Duration.between(last, now), byUs ? "last delivery here " : "last success ", doubtful);
  }

  private void silent(Duration silent, String what, boolean doubtful) {
    String since = what + Spans.words(silent) + " ago";
    if (silent.compareTo(Health.HEARTBEAT_IS_LATE) < 0) {
      add(Word.WELL, Level.GOOD, since);
      return;
    }
    Level level =
        silent.compareTo(Health.DELETION_IS_NEAR) >= 0
            ? Level.CRITICAL
            : silent.compareTo(Health.TWO_HEARTBEATS_ARE_MISSING) >= 0 || doubtful
                ? Level.ALARM
                : Level.WARN;
    add(Word.SILENT, level, since + ", although Asana sends a heartbeat every 8 h");
  }
}
