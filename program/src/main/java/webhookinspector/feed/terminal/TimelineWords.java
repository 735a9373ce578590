package webhookinspector.feed.terminal;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import webhookinspector.event.Ref;
import webhookinspector.inspection.Timeline;
import webhookinspector.inspection.Timeline.Happened;
import webhookinspector.inspection.Timeline.Sent;
import webhookinspector.inspection.Timeline.Telling;

/** The same words for a timeline in rows and on the whole screen. May hold foreign text. */
public final class TimelineWords {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

  private final Look look;
  private final Ink ink;

  public TimelineWords(Look look) {
    this.look = look;
    this.ink = look.ink();
  }

  /** Such as {@code task “Fix login”}; the type alone while the name is unknown. */
  public static String name(Ref thing) {
    String type = thing.type().orElse("resource").replace('_', ' ');
    return thing.name() == null ? type : type + " “" + thing.name() + "”";
  }

  /** How many events, and how often they were told. */
  public static String count(Timeline timeline) {
    String told =
        timeline.tellings() == timeline.events() ? "" : ", told " + timeline.tellings() + " times";
    return timeline.events() + (timeline.events() == 1 ? " event" : " events") + told;
  }

  /** From the change to its first arrival, or "". */
  public static String lag(Happened happened) {
    return happened
        .lag()
        .map(late -> late.isNegative() ? Duration.ZERO : late)
        .map(late -> "+" + Amounts.time(late))
        .orElse("");
  }

  /** Who told it again; "" if nobody did. */
  public String again(Happened happened) {
    if (happened.times() <= 1) {
      return "";
    }
    String others =
        happened.told().stream()
            .skip(1)
            .map(telling -> "#" + telling.position() + by(telling, happened))
            .collect(Collectors.joining(", "));
    int left = happened.times() - happened.told().size();
    String more = left > 0 ? " and " + left + " more" : "";
    return ink.sign("⟳", "rp") + " told " + happened.times() + " times, again by " + others + more;
  }

  private static String by(Telling telling, Happened happened) {
    Telling first = happened.told().getFirst();
    String inbox = telling.inbox().equals(first.inbox()) ? "" : " in " + telling.inbox();
    return telling.source().equals(first.source()) ? inbox : inbox + " (" + telling.source() + ")";
  }

  /** Where it was sent on, and what came of it. */
  public String sent(Sent sent) {
    String dot = ink.sign(" · ", ", ");
    return sent.source()
        + ink.sign(" → ", " -> ")
        + sent.target()
        + dot
        + (sent.status() == null ? "no answer" : "answer " + sent.status())
        + " after "
        + Amounts.time(Duration.ofMillis(sent.millis()))
        + (sent.because() == null ? "" : ": " + sent.because())
        + dot
        + MOMENT.format(sent.at().atZone(look.zone()));
  }
}
