package webhookinspector.feed.terminal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inspection.Timeline;
import webhookinspector.inspection.Timeline.Entry;
import webhookinspector.inspection.Timeline.Happened;
import webhookinspector.inspection.Timeline.Missing;
import webhookinspector.inspection.Timeline.Sent;
import webhookinspector.inspection.Timeline.Telling;

/** Everything about one thing, for people: a line from top to bottom with a dot for each event. */
public final class PlainTimeline {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  /** Time, blanks, dot, blank. */
  private static final int INDENT = 16;

  private static final int BEHIND = 20;

  /** Longer sentences are hard to read, and their row's end hard to find. */
  private static final int LONGEST = 90;

  private final Look look;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();
  private @Nullable LocalDate day;

  private PlainTimeline(Look look) {
    this.look = look;
    this.ink = look.ink();
  }

  /** The lines to print. */
  public static List<String> of(Timeline timeline, Look look) {
    var plain = new PlainTimeline(look);
    plain.lines.add(plain.title(timeline));
    timeline.entries().forEach(plain::entry);
    return plain.lines.stream().map(String::stripTrailing).toList();
  }

  private String title(Timeline timeline) {
    return ink.paint(Tone.STRONG, ink.foreign(TimelineWords.name(timeline.thing())))
        + ink.paint(
            Tone.FAINT,
            "  "
                + ink.foreign(timeline.thing().gid())
                + ink.sign(" · ", ", ")
                + TimelineWords.count(timeline));
  }

  private void entry(Entry entry) {
    var at = entry.at().atZone(look.zone());
    if (!at.toLocalDate().equals(day)) {
      String zone = day == null ? ", " + new Head(look).times(at) : "";
      day = at.toLocalDate();
      lines.add(ink.paint(Tone.FAINT, ink.sign("── ", "-- ") + PlainView.DAY.format(at) + zone));
    }
    String time = ink.paint(Tone.FAINT, TIME.format(at)) + "  ";
    switch (entry) {
      case Happened happened -> happened(time, happened);
      case Missing missing -> missing(time, missing);
    }
  }

  private void happened(String time, Happened happened) {
    Telling first = happened.told().isEmpty() ? null : happened.told().getFirst();
    boolean wide = look.columns() >= Grid.TABLE;
    int room = Math.clamp(look.columns() - INDENT - (wide ? BEHIND : 0), 20, LONGEST);
    String dot = ink.sign("●", "*") + " ";
    for (String part : Columns.wrap(ink.foreign(happened.event().sentence()), room)) {
      boolean begin = dot.startsWith(ink.sign("●", "*"));
      String behind = wide && begin ? Columns.left("", room - Columns.width(part)) : "";
      lines.add(
          (begin ? time : " ".repeat(INDENT - 2))
              + dot
              + part
              + behind
              + (wide && begin ? ink.paint(Tone.FAINT, came(happened, first)) : ""));
      dot = ink.sign("│", "|") + " ";
    }
    if (!wide) {
      beneath(came(happened, first).strip().replaceAll(" {2,}", ink.sign(" · ", ", ")));
    }
    again(happened);
    happened.sent().forEach(this::sent);
  }

  private String came(Happened happened, @Nullable Telling first) {
    String lag = TimelineWords.lag(happened);
    return Columns.right(lag, 10) + Columns.right(first == null ? "" : "#" + first.position(), 9);
  }

  private void again(Happened happened) {
    String words = new TimelineWords(look).again(happened);
    if (!words.isEmpty()) {
      beneath(words);
    }
  }

  private void sent(Sent sent) {
    beneath(new TimelineWords(look).sent(sent));
  }

  private void missing(String time, Missing missing) {
    String lead = time + ink.paint(Tone.WARN, ink.sign("⚠", "!")) + " ";
    for (String part :
        Columns.wrap(
            ink.foreign(Notes.gap(missing.gap(), look)), Math.max(20, look.columns() - INDENT))) {
      lines.add(lead + ink.paint(Tone.WARN, part));
      lead = " ".repeat(INDENT - 2) + ink.paint(Tone.WARN, ink.sign("┊", ":")) + " ";
    }
  }

  private void beneath(String text) {
    for (String part : Columns.wrap(ink.foreign(text), Math.max(20, look.columns() - INDENT - 2))) {
      lines.add(" ".repeat(INDENT - 2) + ink.sign("│", "|") + " " + ink.paint(Tone.FAINT, part));
    }
  }
}
