package webhookinspector.feed.tui.layout;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Opening;
import webhookinspector.feed.terminal.Head;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.tui.model.Facts;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;

/** The top of the screen: what is watched, and where; one line once deliveries come. */
final class HeadBlock {

  private final Look look;

  HeadBlock(Look look) {
    this.look = look;
  }

  List<Strip> lines(Model model) {
    int width = model.geometry().width();
    var lines = new ArrayList<Strip>();
    lines.add(title(model.opening(), width));
    Opening opening = model.opening();
    if (!model.isHeadFolded() && opening != null) {
      lines.add(Strip.BLANK);
      for (Head.Fact fact : Facts.lines(Head.facts(opening), width)) {
        Pen pen = new Pen(width, look.ink()).to(2).put(Style.FAINT, fact.label());
        lines.add(pen.to(2 + Facts.LABEL).foreign(Style.PLAIN, fact.text()).strip());
      }
      lines.add(Strip.BLANK);
    }
    return lines;
  }

  private Strip title(@Nullable Opening opening, int width) {
    Pen pen = new Pen(width, look.ink()).put(Style.of(Tone.INFO).bold(), "Webhook Inspector");
    if (opening != null) {
      pen.gap(2).foreign(Style.PLAIN, opening.command());
      String watched = String.join(", ", opening.watched());
      pen.foreign(Style.FAINT, watched.isEmpty() ? "" : look.ink().sign(" · ", ", ") + watched);
    }
    ZonedDateTime now = look.clock().instant().atZone(look.zone());
    String times = new Head(look).times(now);
    if (pen.room() > times.length() + 2) {
      pen.endingAt(width - 1, Style.FAINT, times);
    }
    return pen.strip();
  }
}
