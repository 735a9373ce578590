package webhookinspector.feed.tui.layout;

import java.util.List;
import java.util.Locale;
import webhookinspector.feed.State;
import webhookinspector.feed.terminal.Columns;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.Notes;
import webhookinspector.feed.tui.model.Binding;
import webhookinspector.feed.tui.model.Keys;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;

/** The bottom of the screen: a rule, how the program is doing, what keys there are. */
final class FootBlock {

  private final Look look;

  FootBlock(Look look) {
    this.look = look;
  }

  List<Strip> lines(Model model) {
    int width = model.geometry().width();
    return List.of(rule(width), status(model, width), keys(width));
  }

  private Strip rule(int width) {
    return pen(width).put(Style.FAINT, look.ink().sign("─", "-").repeat(width)).strip();
  }

  private Pen pen(int width) {
    return new Pen(width, look.ink());
  }

  private Strip status(Model model, int width) {
    State state = model.state();
    String where = where(model);
    Pen pen = pen(width).to(1);
    String word = look.ink().sign("●", "*") + " " + (model.isEnding() ? "ENDING" : state.word());
    pen.put(Style.of(Notes.tone(state)).bold(), word).gap(2);
    pen.foreign(Style.PLAIN, state.detail(), pen.room() - Columns.width(where) - 3);
    return pen.endingAt(width - 1, Style.FAINT, where).strip();
  }

  private String where(Model model) {
    int size = model.listing().size();
    if (size == 0) {
      return model.listing().isLoaded() ? "nothing yet" : "";
    }
    int unseen = model.viewport().unseen();
    String place = String.format(Locale.ROOT, "%,d of %,d", model.viewport().cursor() + 1, size);
    return model.viewport().isFollowing()
        ? String.format(Locale.ROOT, "%,d, following", size)
        : unseen == 0
            ? place
            : place + look.ink().sign(" · ", ", ") + unseen + " new, press . to follow";
  }

  private Strip keys(int width) {
    Pen pen = pen(width).to(1);
    for (Binding binding : Keys.LIST) {
      String key = binding.keys().getFirst();
      if (!binding.hint().isEmpty() && pen.room() > key.length() + binding.hint().length() + 3) {
        pen.put(Style.PLAIN.bold(), key).gap(1).put(Style.FAINT, binding.hint()).gap(2);
      }
    }
    return pen.strip();
  }
}
