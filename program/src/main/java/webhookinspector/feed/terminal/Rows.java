package webhookinspector.feed.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import webhookinspector.feed.State;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inspection.DeliveryLine;

/** Lays out rows: the same columns in the same order for everything that can happen. */
final class Rows {

  /**
   * Asana delivers "usually within a minute, at most ten" (webhooks guide); later is noteworthy.
   */
  private static final Duration LATE = Duration.ofMinutes(10);

  private final Look look;
  private final Ink ink;

  Rows(Look look) {
    this.look = look;
    this.ink = look.ink();
  }

  /** The names of the columns and a rule; nothing where there are none. */
  List<String> header() {
    Grid grid = grid();
    if (!grid.table()) {
      return List.of(rule(grid));
    }
    String names =
        Columns.left("time", grid.indent() - grid.badge())
            + Columns.left("trust", grid.badge())
            + Columns.left("what happened", grid.sentence())
            + "  "
            + Columns.left("inbox", Grid.INBOX)
            + (grid.sizes() ? "  " + Columns.right("size", Grid.SIZE) : "")
            + "  "
            + (grid.words() ? Columns.left("  lag", grid.lag()) : Columns.right("lag", grid.lag()))
            + "  "
            + Columns.right("answer", Grid.ANSWER)
            + Columns.right("no.", Grid.NUMBER);
    return List.of(ink.paint(Tone.FAINT, names), rule(grid));
  }

  private String rule(Grid grid) {
    return ink.paint(Tone.FAINT, ink.sign("─", "-").repeat(grid.whole()));
  }

  /** A delivery with its events beneath, and last a remark, if there is one. */
  List<String> delivery(DeliveryLine line, String... remark) {
    Grid grid = grid();
    List<String> sentence =
        Columns.wrap(ink.foreign(Story.headline(line, grid.sentence())), grid.sentence());
    var rows = new ArrayList<String>();
    String first = head(grid, line.receivedAt(), Badge.of(line));
    rows.add(
        grid.table()
            ? first + Columns.left(sentence.getFirst(), grid.sentence()) + cells(grid, line)
            : first + sentence.getFirst());
    sentence.stream().skip(1).forEach(more -> rows.add(indented(grid, more)));
    if (!grid.table()) {
      Columns.wrap(facts(grid, line), grid.beneath())
          .forEach(part -> rows.add(indented(grid, ink.paint(Tone.FAINT, part))));
    }
    var beneath = new ArrayList<>(Story.beneath(line, grid.sentence()));
    beneath.addAll(List.of(remark));
    branch(grid, beneath, rows);
    return rows;
  }

  /** Something that is no delivery. */
  List<String> note(Instant at, Badge badge, String text) {
    Grid grid = grid();
    var rows = new ArrayList<String>();
    for (String part : Columns.wrap(ink.foreign(text), grid.beneath())) {
      rows.add(rows.isEmpty() ? head(grid, at, badge) + part : indented(grid, part));
    }
    return rows;
  }

  /** A change of the whole program's state. */
  List<String> state(Instant at, State state) {
    Grid grid = grid();
    Tone tone = Notes.tone(state);
    String mark = ink.sign("●", "*") + " " + state.shown();
    int indent = grid.indent() - grid.badge();
    int room = grid.columns() - indent - Columns.width(mark) - 2;
    var rows = new ArrayList<String>();
    for (String part : Columns.wrap(ink.foreign(state.detail()), room)) {
      rows.add(
          rows.isEmpty()
              ? time(grid, at) + ink.strong(tone, mark) + "  " + part
              : " ".repeat(indent + Columns.width(mark) + 2) + part);
    }
    return rows;
  }

  private String time(Grid grid, Instant at) {
    return ink.paint(Tone.FAINT, grid.time().format(at.atZone(look.zone()))) + "  ";
  }

  private Grid grid() {
    return Grid.of(look.columns());
  }

  private String head(Grid grid, Instant at, Badge badge) {
    String word = badge.text(ink);
    return time(grid, at)
        + ink.paint(badge.tone(), word)
        + " ".repeat(Math.max(1, grid.badge() - Columns.width(word)));
  }

  private static String indented(Grid grid, String text) {
    return " ".repeat(grid.indent()) + text;
  }

  private String cells(Grid grid, DeliveryLine line) {
    String inbox = Columns.cut(line.inbox(), Grid.INBOX, ink.sign("…", "~"));
    return "  "
        + ink.paint(Tone.FAINT, Columns.left(inbox, Grid.INBOX))
        + (grid.sizes()
            ? "  " + ink.paint(Tone.FAINT, Columns.right(Amounts.size(line.size()), Grid.SIZE))
            : "")
        + "  "
        + lag(grid, line)
        + "  "
        + ink.paint(answerTone(line), Columns.right(answer(line), Grid.ANSWER))
        + ink.paint(Tone.FAINT, Columns.right("#" + line.position(), Grid.NUMBER));
  }

  private String lag(Grid grid, DeliveryLine line) {
    var lag = Story.lag(line);
    if (lag.isEmpty()) {
      return " ".repeat(grid.lag());
    }
    String text = Columns.right(Amounts.time(lag.get()), Grid.LAG);
    Tone tone = lag.get().compareTo(LATE) > 0 ? Tone.WARN : Tone.PLAIN;
    return ink.paint(tone, text) + (grid.words() ? ink.paint(Tone.FAINT, Grid.AFTER) : "");
  }

  private static Tone answerTone(DeliveryLine line) {
    return line.answer() >= 200 && line.answer() < 300 ? Tone.FAINT : Tone.BAD;
  }

  /** What was polled or imported was never answered. */
  private static String answer(DeliveryLine line) {
    return line.answer() == 0 ? "" : Integer.toString(line.answer());
  }

  /** Everything that a narrow terminal has no columns for. */
  private String facts(Grid grid, DeliveryLine line) {
    boolean room = grid.beneath() > 50;
    var facts = new StringJoiner(ink.sign(" · ", ", "));
    facts.add("#" + line.position());
    if (line.answer() != 0) {
      facts.add(answer(line));
    }
    Story.lag(line)
        .map(Amounts::time)
        .ifPresent(lag -> facts.add(room ? lag + Grid.AFTER : "+" + lag));
    facts.add(Amounts.size(line.size()));
    facts.add(line.inbox());
    return facts.toString();
  }

  private void branch(Grid grid, List<String> beneath, List<String> rows) {
    for (int i = 0; i < beneath.size(); i++) {
      boolean last = i == beneath.size() - 1;
      List<String> parts = Columns.wrap(ink.foreign(beneath.get(i)), grid.beneath() - 2);
      String guide = last ? ink.sign("└ ", "` ") : ink.sign("├ ", "| ");
      for (String part : parts) {
        rows.add(indented(grid, ink.paint(Tone.FAINT, guide) + part));
        guide = last ? "  " : ink.sign("│ ", "| ");
      }
    }
  }
}
