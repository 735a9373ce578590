package webhookinspector.feed.tui.layout;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.State;
import webhookinspector.feed.terminal.Columns;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.Notes;
import webhookinspector.feed.tui.model.InputLine;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.model.Notice;
import webhookinspector.feed.tui.model.Prompt;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Picture;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;

/**
 * The bottom of the screen: a rule with the filter in it, how the program is doing, and what keys
 * there are; or a question, or what came of something.
 */
final class FootBlock {

  private final Look look;

  FootBlock(Look look) {
    this.look = look;
  }

  List<Strip> lines(Model model) {
    int width = model.geometry().width();
    Prompt prompt = model.prompt();
    if (prompt != null) {
      return List.of(rule(model, width), input(prompt, width), beneath(prompt, width));
    }
    return List.of(rule(model, width), status(model, width), last(model, width));
  }

  private Pen pen(int width) {
    return new Pen(width, look.ink());
  }

  private Strip rule(Model model, int width) {
    String line = look.ink().sign("─", "-");
    String filter = model.listing().filter();
    if (filter.isEmpty() || model.prompt() != null) {
      return pen(width).put(Style.FAINT, line.repeat(width)).strip();
    }
    Pen pen = pen(width).put(Style.FAINT, line + " filter ");
    pen.foreign(Style.PLAIN.bold(), filter, width / 2).put(Style.FAINT, "  Esc clears ");
    return pen.put(Style.FAINT, line.repeat(pen.room())).strip();
  }

  private Strip status(Model model, int width) {
    State state = model.state();
    String where = where(model);
    Pen pen = pen(width).to(1);
    String word = look.ink().sign("●", "*") + " " + (model.isEnding() ? "ENDING" : state.shown());
    pen.put(Style.of(Notes.tone(state)).bold(), word);
    int room = pen.room() - Columns.width(where) - 3;
    if (!state.detail().isEmpty()) {
      pen.gap(2).foreign(Style.PLAIN, state.detail(), room - 2);
    }
    new StatusWords(look).put(pen, model, pen.room() - Columns.width(where) - 3);
    return pen.endingAt(width - 1, Style.FAINT, where).strip();
  }

  private String where(Model model) {
    int size = model.listing().size();
    int marked = model.marks().size();
    String marks = marked == 0 ? "" : marked + " marked" + look.ink().sign(" · ", ", ");
    if (size == 0) {
      return marks;
    }
    if (model.viewport().isFollowing()) {
      return marks + String.format(Locale.ROOT, "%,d, following", size);
    }
    int unseen = model.viewport().unseen();
    String place =
        marks + String.format(Locale.ROOT, "%,d of %,d", model.viewport().cursor() + 1, size);
    return unseen == 0
        ? place
        : place
            + look.ink().sign(" · ", ", ")
            + String.format(Locale.ROOT, "%,d new, press . to follow", unseen);
  }

  private Strip last(Model model, int width) {
    Notice notice = model.notice();
    if (notice == null) {
      return new KeyLine(look.ink()).strip(model, width);
    }
    Pen pen = pen(width).to(1);
    if (!notice.sign().isEmpty()) {
      pen.put(notice.tone(), look.ink().sign(notice.sign(), notice.twin())).gap(1);
    }
    return pen.foreign(Style.PLAIN, notice.text().replace('\n', ' ')).strip();
  }

  private static int inputColumn(Prompt prompt) {
    return 1 + Columns.width(prompt.label()) + 2;
  }

  /** Which characters are in sight: the caret always is. */
  private static int firstInSight(InputLine line, int room) {
    int first = 0;
    while (Columns.width(line.text().substring(first, line.caret())) >= room) {
      first += Character.charCount(line.text().codePointAt(first));
    }
    return first;
  }

  private Strip input(Prompt prompt, int width) {
    int column = inputColumn(prompt);
    InputLine line = prompt.line();
    int first = firstInSight(line, width - column);
    Pen pen = pen(width).to(1).put(Style.of(Tone.INFO).bold(), prompt.label()).to(column);
    Prompt.Problem problem = prompt.problem();
    int off = problem == null ? 0 : problem.position() - 1 - first;
    String text = line.text().substring(first);
    if (problem == null || off < 0 || off >= text.length()) {
      return pen.put(text).strip();
    }
    int end =
        Math.max(off + 1, text.indexOf(' ', off) < 0 ? text.length() : text.indexOf(' ', off));
    pen.put(text.substring(0, off)).put(Style.of(Tone.BAD).underline(), text.substring(off, end));
    return pen.put(text.substring(end)).strip();
  }

  private Strip beneath(Prompt prompt, int width) {
    Prompt.Problem problem = prompt.problem();
    if (problem == null) {
      return pen(width).to(1).put(Style.FAINT, prompt.hint()).strip();
    }
    Pen pen = pen(width).to(1).put(Tone.BAD, look.ink().sign("✗", "!!")).gap(1);
    String first = problem.message().lines().findFirst().orElse("");
    return pen.foreign(Style.PLAIN, first).strip(); // there is one row for it
  }

  Picture.@Nullable Caret caret(Model model) {
    Prompt prompt = model.prompt();
    if (prompt == null) {
      return null;
    }
    int column = inputColumn(prompt);
    InputLine line = prompt.line();
    int first = firstInSight(line, model.geometry().width() - column);
    int at = column + Columns.width(line.text().substring(first, line.caret()));
    return new Picture.Caret(
        model.geometry().height() - 2, Math.min(at, model.geometry().width() - 1));
  }
}
