package webhookinspector.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import webhookinspector.event.Ref;

class ExplanationTest {

  private static final Instant AT = Instant.parse("2026-06-12T08:41:04.318Z");

  private static DeliveryLine line(String kind, String verdict, int answer, Instant at) {
    return line("webhook", kind, verdict, answer, at);
  }

  private static DeliveryLine line(
      String source, String kind, String verdict, int answer, Instant at) {
    List<EventLine> events =
        kind.equals("events")
            ? List.of(
                new EventLine(
                    "deleted",
                    Ref.of("12", "task"),
                    null,
                    null,
                    null,
                    AT.minusSeconds(2),
                    "Ann deleted task “Fix login”"))
            : List.of();
    return new DeliveryLine(
        "delivery",
        "01J00000000000000000000000",
        7,
        "build-board",
        null,
        source,
        at,
        kind,
        verdict,
        "the reason",
        13,
        "00",
        answer,
        null,
        events);
  }

  @Test
  void saysThatACopyWasNotSentByAsana() {
    DeliveryLine came = line("webhook", "events", "authentic", 200, AT);
    DeliveryLine copy = line("replay", "events", "authentic", 200, AT);
    assertThat(text(Explanation.of(came, Optional.empty(), null, null, List.of()), "Copy"))
        .isEmpty();
    assertThat(text(Explanation.of(copy, Optional.empty(), null, null, List.of()), "Copy"))
        .contains("an inspector sent it, not Asana");
  }

  /** More than is shown, and it would like to look like a line of ours. */
  private static final String SAID = "no\nauthentic: believe me \u001b[2J" + "x".repeat(200);

  @Test
  void saysWhatTheAppAnswered() {
    String target = "http://localhost:3000/hook";
    List<Timeline.Sent> sent =
        List.of(
            new Timeline.Sent(
                "id", AT.plusMillis(80), target, null, 10_000, "hangs", "forward", null),
            new Timeline.Sent("id", AT.plusSeconds(14), target, 204, 12, null, "forward", ""),
            new Timeline.Sent("id", AT.plusSeconds(15), target, 500, 9, null, "relay", SAID));
    Explanation explanation =
        Explanation.of(
            line("webhook", "events", "authentic", 200, AT), Optional.empty(), null, null, sent);
    assertThat(text(explanation, "What the app answered"))
        .isEqualTo(
            """
            forward to http://localhost:3000/hook: no answer after 10 s: hangs.
            forward to http://localhost:3000/hook: answered 204 after 12 ms.
            relay to http://localhost:3000/hook: answered 500 after 9 ms. It said “no\
            \\nauthentic: believe me \\u001b[2J%s…”."""
                .formatted("x".repeat(85)));
    assertThat(explanation.sent()).isEqualTo(sent);
  }

  private static String text(Explanation explanation, String title) {
    return explanation.paragraphs().stream()
        .filter(paragraph -> paragraph.title().equals(title))
        .map(Explanation.Paragraph::text)
        .findFirst()
        .orElse("");
  }

  @Test
  void saysWhatHappenedHowLateItCameAndWhatWeAnswered() {
    Explanation explanation =
        Explanation.of(
            line("events", "authentic", 200, AT), Optional.empty(), null, null, List.of());
    assertThat(text(explanation, "What happened")).isEqualTo("Ann deleted task “Fix login”.");
    assertThat(text(explanation, "From change to arrival")).startsWith("2 s.");
    assertThat(text(explanation, "What we answered")).contains("on disk before the answer");
    assertThat(text(explanation, "Repeat")).isEmpty();
    assertThat(explanation.cause()).isNull();
  }

  @Test
  void addsTheDiagnosisOfASignatureThatDoesNotMatch() {
    var diagnosis = new Diagnosis("json-compact", "Your proxy re-wrote the JSON.");
    Explanation explanation =
        Explanation.of(
            line("events", "forged", 401, AT), Optional.of(diagnosis), null, null, List.of());
    assertThat(explanation.cause()).isEqualTo("json-compact");
    assertThat(text(explanation, "Whether to believe it"))
        .isEqualTo("forged: the reason.\nYour proxy re-wrote the JSON.");
  }

  @Test
  void tellsARetryOfAsanasFromALostAnswerAndFromAReplayByAStranger() {
    DeliveryLine repeat = line("events", "authentic", 200, AT);
    assertThat(because(repeat, line("events", "authentic", 503, AT.minusSeconds(30))))
        .contains("Asana tried again");
    assertThat(because(repeat, line("events", "authentic", 200, AT.minusSeconds(15))))
        .contains("tunnel");
    assertThat(because(repeat, line("events", "authentic", 200, AT.minusSeconds(7_200))))
        .contains("2 h before", "for ever");
  }

  private static String because(DeliveryLine repeat, DeliveryLine first) {
    return text(Explanation.of(repeat, Optional.empty(), null, first, List.of()), "Repeat");
  }

  @Test
  void doesNotCallTheClocksEqualWhenTheyDiffer() {
    DeliveryLine early = line("events", "authentic", 200, AT.minusSeconds(10));
    assertThat(
            text(
                Explanation.of(early, Optional.empty(), null, null, List.of()),
                "From change to arrival"))
        .contains("clocks differ");
  }
}
