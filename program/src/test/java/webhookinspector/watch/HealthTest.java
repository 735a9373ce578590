package webhookinspector.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.event.Ref;
import webhookinspector.registry.Level;
import webhookinspector.subscription.Webhook;

class HealthTest {

  private static final Instant NOW = Instant.parse("2026-06-12T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT3M,GOOD,last success 3 min ago",
    "PT8H29M59.999S,GOOD,last success 8 h 29 min ago",
    "PT8H30M,WARN,'last success 8 h 30 min ago, although Asana sends a heartbeat every 8 h'",
    "PT15H59M59.999S,WARN,'last success 15 h 59 min ago, although Asana sends a heartbeat every 8 h'",
    "PT16H,ALARM,'last success 16 h 0 min ago, although Asana sends a heartbeat every 8 h'",
    "PT22H59M59.999S,ALARM,'last success 22 h 59 min ago, although Asana sends a heartbeat every 8 h'",
    "PT23H,CRITICAL,'last success 23 h 0 min ago, although Asana sends a heartbeat every 8 h'"
  })
  void growsMoreUrgentWithSilence(Duration silent, Level level, String sentence) {
    Health health = Health.of(webhook(true, NOW.minus(silent), 0, "", null), NOW);
    Word word = level == Level.GOOD ? Word.WELL : Word.SILENT;
    assertThat(health).isEqualTo(new Health(word, level, List.of(sentence)));
  }

  @ParameterizedTest
  @CsvSource({
    "PT3H12M,CRITICAL,Asana deletes it in 3 h 12 min unless a delivery succeeds",
    "PT4H,ALARM,Asana deletes it in 4 h 0 min unless a delivery succeeds",
    "PT16H,ALARM,Asana deletes it in 16 h 0 min unless a delivery succeeds",
    "PT20H,WARN,Asana deletes it in 20 h 0 min unless a delivery succeeds",
    "PT45S,CRITICAL,Asana deletes it in 45 s unless a delivery succeeds",
    "PT-1S,CRITICAL,Asana deletes it now unless a delivery succeeds"
  })
  void countsDownToDeletionFirst(Duration left, Level level, String sentence) {
    Health health =
        Health.of(webhook(true, NOW.minusSeconds(60), 4, "HTTP 502\n\nbad", NOW.plus(left)), NOW);
    assertThat(health.level()).isEqualTo(level);
    assertThat(health.sentences().getFirst()).startsWith(sentence);
    assertThat(health.word()).isEqualTo(Word.FAILING);
    assertThat(health.sentences())
        .contains("4 retries since then; next try in 5 min; the target answered: HTTP 502");
  }

  @Test
  void saysThatAnInactiveOneIsSilent() {
    Health health = Health.of(webhook(false, NOW, 0, "", null), NOW);
    assertThat(health.level()).isEqualTo(Level.ALARM);
    assertThat(health.word()).isEqualTo(Word.INACTIVE);
    assertThat(health.sentences().getFirst()).startsWith("inactive");
  }

  @Test
  void doesNotTakeAMissingSuccessForHealth() {
    assertThat(Health.of(webhook(true, null, 0, "", null), NOW).level()).isEqualTo(Level.WARN);
  }

  @Test
  void makesWhatTheTargetAnsweredHarmless() {
    Health health = Health.of(webhook(true, NOW, 1, "\u001b[2J\nnext", null), NOW);
    assertThat(health.sentences().getFirst()).endsWith("the target answered: \\u001b[2J");
  }

  private static Webhook webhook(
      boolean active,
      @Nullable Instant lastSuccess,
      int retries,
      String content,
      @Nullable Instant deletion) {
    return new Webhook(
        "900",
        active,
        Ref.of("101", "project"),
        URI.create("https://inspector.example.com/in/key"),
        List.of(),
        NOW.minus(Duration.ofDays(9)),
        lastSuccess,
        null,
        content,
        retries,
        deletion == null ? null : NOW.plus(Duration.ofMinutes(5)),
        deletion);
  }
}
