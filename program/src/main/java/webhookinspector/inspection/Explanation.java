package webhookinspector.inspection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in paragraphs that a person reads: what happened, whether to believe it and why,
 * repeat of what, how late, what we answered, what an app answered. The component names are the
 * JSON names.
 *
 * @param cause why a signature does not match, see {@link Diagnosis#cause}; null when it does
 * @param sent where it was sent on or again and what came of it, oldest first
 */
public record Explanation(
    DeliveryLine delivery,
    @Nullable String cause,
    List<Paragraph> paragraphs,
    List<Timeline.Sent> sent) {

  /** One question and its answer; may hold text of strangers. */
  public record Paragraph(String title, String text) {}

  /** Asana waits so long for an answer before it tries again (webhooks guide). */
  private static final Duration ASANAS_PATIENCE = Duration.ofSeconds(10);

  private static final String COPIED =
      "It carries X-Inspector-Copy-Of, so an inspector sent it, not Asana: kept bytes once more, or"
          + " edited ones that were signed anew.";

  /** So many attempts are told in words. */
  private static final int MOST_TOLD = 10;

  private static final int MOST_SAID = 120;

  public Explanation {
    paragraphs = List.copyOf(paragraphs);
    sent = List.copyOf(sent);
  }

  /**
   * @param diagnosis of the signature, or empty when it matches or there is none to judge
   * @param letThrough why Asana sent it, see {@link LetThrough}, or null where that is not known
   * @param first the delivery that this one repeats, or null
   * @param sent what was sent of it and what came of it, oldest first
   */
  public static Explanation of(
      DeliveryLine line,
      Optional<Diagnosis> diagnosis,
      @Nullable String letThrough,
      @Nullable DeliveryLine first,
      List<Timeline.Sent> sent) {
    var paragraphs = new ArrayList<Paragraph>();
    paragraphs.add(new Paragraph("What happened", happened(line)));
    paragraphs.add(new Paragraph("Whether to believe it", believed(line, diagnosis)));
    if (letThrough != null) {
      paragraphs.add(new Paragraph("Why Asana sent it", letThrough));
    }
    if (line.source().equals("replay")) {
      paragraphs.add(new Paragraph("Copy", COPIED));
    }
    if (first != null) {
      paragraphs.add(new Paragraph("Repeat", repeated(line, first)));
    }
    if (line.echoes() > 0) {
      paragraphs.add(new Paragraph("Echo", echoed(line)));
    }
    int clicks = Clicks.count(line.events());
    if (clicks < line.events().size()) {
      paragraphs.add(new Paragraph("Clicks", clicked(clicks, line.events().size())));
    }
    line.lag().ifPresent(lag -> paragraphs.add(new Paragraph("From change to arrival", late(lag))));
    paragraphs.add(new Paragraph("What we answered", answered(line)));
    if (!sent.isEmpty()) {
      paragraphs.add(new Paragraph("What the app answered", appAnswered(sent)));
    }
    return new Explanation(line, diagnosis.map(Diagnosis::cause).orElse(null), paragraphs, sent);
  }

  private static String happened(DeliveryLine line) {
    return switch (line.kind()) {
      case "handshake" ->
          "Somebody offered a secret, as Asana does while a webhook is being created.";
      case "heartbeat" ->
          "Nothing changed: Asana says that the webhook lives, when it is created and every 8 hours.";
      case "junk" -> "The body is not one of Asana's; the bytes are kept as they came.";
      default ->
          String.join("\n", line.events().stream().map(event -> event.sentence() + ".").toList());
    };
  }

  private static String believed(DeliveryLine line, Optional<Diagnosis> diagnosis) {
    String because = line.verdict() + ": " + line.because() + ".";
    return diagnosis.map(found -> because + "\n" + found.explanation()).orElse(because);
  }

  private static String repeated(DeliveryLine line, DeliveryLine first) {
    Duration later = Duration.between(first.receivedAt(), line.receivedAt());
    String what =
        "The same bytes came to this inbox " + span(later) + " before, as " + first.id() + ".";
    if (first.answer() != 200) {
      return what + " We answered " + first.answer() + " then, so Asana tried again.";
    }
    return later.compareTo(ASANAS_PATIENCE.multipliedBy(6)) <= 0
        ? what
            + " We answered 200 then; most likely the answer got lost or came later than 10 s, or a tunnel sent it twice."
        : what
            + " We answered 200 then. A signature holds no time, so whoever saw it once can send it for ever.";
  }

  private static String echoed(DeliveryLine line) {
    String first =
        line.events().stream()
            .flatMap(event -> Stream.ofNullable(event.echoOf()))
            .findFirst()
            .orElse("");
    return line.echoes()
        + " of "
        + line.events().size()
        + (line.events().size() == 1 ? " change" : " changes")
        + " told before, first in "
        + first
        + ". Several webhooks watch the same thing, or Asana told a change again in another body;"
        + " it happened once.";
  }

  private static String clicked(int clicks, int events) {
    return events
        + " events, but "
        + (clicks == 1 ? "one click" : clicks + " clicks")
        + ": Asana tells each field, each list and the story of a change by itself.";
  }

  private static String late(Duration lag) {
    String usual = " Asana needs about a minute on average, most within ten.";
    return lag.isNegative()
        ? "It came " + span(lag.negated()) + " before the change, by our clock: the clocks differ."
        : span(lag) + "." + usual;
  }

  private static String answered(DeliveryLine line) {
    return line.answer() == 200
        ? "200: the bytes were on disk before the answer."
        : line.answer()
            + ": nothing was promised to the sender; what cannot be believed waits in the quarantine.";
  }

  private static String appAnswered(List<Timeline.Sent> sent) {
    int earlier = Math.max(0, sent.size() - MOST_TOLD);
    Stream<String> told = sent.stream().skip(earlier).map(Explanation::attempt);
    Stream<String> more = earlier == 0 ? Stream.of() : Stream.of(earlier + " earlier ones.");
    return Stream.concat(more, told).collect(Collectors.joining("\n"));
  }

  private static String attempt(Timeline.Sent sent) {
    String came = sent.status() == null ? "no answer" : "answered " + sent.status();
    String took = " after " + span(Duration.ofMillis(sent.millis()));
    String because = sent.because() == null ? "" : ": " + sent.because();
    return sent.source() + " to " + sent.target() + ": " + came + took + because + "." + said(sent);
  }

  /** On the same line, whatever it holds: what a stranger writes must not look like ours. */
  private static String said(Timeline.Sent sent) {
    String body = sent.answerBody();
    if (body == null || body.isBlank()) {
      return "";
    }
    String line = Harmless.text(body.strip());
    boolean longer = line.codePointCount(0, line.length()) > MOST_SAID;
    return " It said “"
        + (longer ? line.substring(0, line.offsetByCodePoints(0, MOST_SAID)) + "…" : line)
        + "”.";
  }

  private static String span(Duration time) {
    if (time.toMillis() < 1_000) {
      return time.toMillis() + " ms";
    }
    if (time.toSeconds() < 120) {
      return time.toSeconds() + " s";
    }
    return time.toMinutes() < 120 ? time.toMinutes() + " min" : time.toHours() + " h";
  }
}
