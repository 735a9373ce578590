package webhookinspector.feed.tui.layout;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.terminal.Columns;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.Notes;
import webhookinspector.feed.terminal.TimelineWords;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Style;
import webhookinspector.inspection.Timeline;

/** Everything about one thing, in the order in which it happened. */
final class TimelineText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  /** Time, blanks; then the line with its dots. */
  private static final int LINE = 10;

  private static final int TEXT = LINE + 2;

  /** Lag and number of the delivery. */
  private static final int BEHIND = 16;

  private static final int WIDE = 76;

  private final Look look;
  private final Paper paper;
  private final TimelineWords words;
  private @Nullable LocalDate day;

  private TimelineText(Look look, Paper paper) {
    this.look = look;
    this.paper = paper;
    this.words = new TimelineWords(look);
  }

  static void write(Look look, Paper paper, @Nullable Timeline timeline) {
    if (timeline == null) {
      paper.text(Style.FAINT, "reading …");
      return;
    }
    String dot = paper.sign(" · ", ", ");
    paper.text(Style.PLAIN.bold(), TimelineWords.name(timeline.thing()));
    paper.text(Style.FAINT, timeline.thing().gid() + dot + TimelineWords.count(timeline));
    if (timeline.older() != null) {
      String command = "inspector timeline " + timeline.thing().gid() + " --limit 1000";
      paper.text(Style.FAINT, "The newest of them; more: " + command);
    }
    var text = new TimelineText(look, paper);
    timeline.entries().forEach(text::entry);
    if (timeline.claims() > 0) {
      paper.blank();
      paper.text(
          Style.FAINT,
          timeline.claims() + " more are only claimed, by deliveries that nobody should believe.");
    }
  }

  private void entry(Timeline.Entry entry) {
    ZonedDateTime at = entry.at().atZone(look.zone());
    if (!at.toLocalDate().equals(day)) {
      day = at.toLocalDate();
      paper.blank().text(Style.FAINT, DAY.format(at));
    }
    switch (entry) {
      case Timeline.Happened happened -> happened(TIME.format(at), happened);
      case Timeline.Missing missing -> {
        String warning = paper.sign("⚠", "!");
        lines(TIME.format(at), warning, Tone.WARN, Notes.gap(missing.gap(), look), "");
      }
    }
  }

  private void happened(String time, Timeline.Happened happened) {
    String number = happened.told().isEmpty() ? "" : "#" + happened.told().getFirst().position();
    String came = (TimelineWords.lag(happened) + "  " + number).strip();
    boolean wide = paper.width() >= WIDE;
    String sentence = happened.event().sentence();
    lines(time, paper.sign("●", "*"), Tone.PLAIN, sentence, wide ? came : "");
    if (!wide) {
      beneath(came);
    }
    beneath(words.again(happened));
    happened.sent().forEach(sent -> beneath(words.sent(sent)));
  }

  /** The first line has the time, the dot, and what stands behind. */
  private void lines(String time, String dot, Tone tone, String text, String behind) {
    int room = paper.width() - TEXT - (behind.isEmpty() ? 0 : BEHIND);
    List<String> parts = Columns.wrap(look.ink().foreign(text), Math.max(10, room));
    for (int i = 0; i < parts.size(); i++) {
      boolean first = i == 0;
      Pen pen = paper.pen().put(Style.FAINT, first ? time : "").to(LINE);
      pen.put(tone, first ? dot : paper.sign("│", "|")).to(TEXT).put(tone, parts.get(i));
      if (first && !behind.isEmpty()) {
        pen.endingAt(paper.width(), Style.FAINT, behind);
      }
      paper.add(pen.strip());
    }
  }

  private void beneath(String text) {
    if (text.isEmpty()) {
      return;
    }
    int room = Math.max(10, paper.width() - TEXT);
    for (String part : Columns.wrap(look.ink().foreign(text), room)) {
      Pen pen = paper.pen().to(LINE).put(paper.sign("│", "|")).to(TEXT);
      paper.add(pen.put(Style.FAINT, part).strip());
    }
  }
}
