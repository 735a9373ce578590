package webhookinspector.feed.tui.layout;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import webhookinspector.feed.Line;
import webhookinspector.feed.terminal.Amounts;
import webhookinspector.feed.terminal.Badge;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.Notes;
import webhookinspector.feed.terminal.Story;
import webhookinspector.feed.tui.model.Beneath;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;
import webhookinspector.inspection.DeliveryLine;

/** A delivery on one line, and what folds open beneath it. */
final class RowStrip {

  /** Asana delivers "usually within a minute, at most ten" (webhooks guide). */
  private static final Duration LATE = Duration.ofMinutes(10);

  /** Narrower lists have no room for them. */
  private static final int WITH_GIDS = 100;

  private final Look look;
  private final int width;
  private final RowPlan plan;

  RowStrip(Look look, int width, boolean several) {
    this.look = look;
    this.width = width;
    this.plan = RowPlan.of(width, several);
  }

  private Pen pen() {
    return new Pen(width, look.ink());
  }

  /** The names of the columns. */
  Strip names() {
    Style faint = Style.FAINT;
    Pen pen = pen().to(RowPlan.MARKER).put(faint, "time").to(plan.badge()).put(faint, "trust");
    pen.to(plan.sentence()).put(faint, "what happened", plan.room());
    if (plan.inbox() > 0) {
      pen.to(plan.behindSentence() + 2).put(faint, "inbox");
    }
    if (plan.size() > 0) {
      pen.endingAt(plan.behindSize(), faint, "size");
    }
    if (plan.lag() > 0) {
      pen.endingAt(plan.behindLag(), faint, "lag");
    }
    if (plan.answer() > 0) {
      pen.endingAt(plan.behindAnswer(), faint, plan.answer() > 6 ? "answer" : "ans");
    }
    return pen.endingAt(plan.behindNumber(), faint, "no.").strip();
  }

  /**
   * What a row shows beside its delivery.
   *
   * @param chosen whether the keys are about it
   * @param lit whether the keys go to the list
   * @param attempt what came of it when it was last sent somewhere
   */
  record Extras(boolean chosen, boolean lit, boolean marked, Optional<Line.OfAttempt> attempt) {}

  /** A delivery. */
  Strip delivery(DeliveryLine line, Extras extras) {
    Badge badge = Badge.of(line);
    Pen pen = pen().put(Tone.INFO, marker(extras)).to(RowPlan.MARKER);
    pen.put(Style.FAINT, plan.time().format(line.receivedAt().atZone(look.zone())));
    pen.to(plan.badge()).put(badge.tone(), badge.text(look.ink()));
    sentence(pen.to(plan.sentence()), line, extras);
    cells(pen, line);
    Strip strip = pen.strip();
    if (extras.lit()) {
      return strip.restyled(width, Style::chosen);
    }
    return extras.chosen() ? strip.restyled(width, Style::bold) : strip;
  }

  private String marker(Extras extras) {
    if (extras.marked()) {
      return look.ink().sign("◆", "m");
    }
    return extras.chosen() ? look.ink().sign("▌", ">") : "";
  }

  private void sentence(Pen pen, DeliveryLine line, Extras extras) {
    String text = Story.headline(line, Integer.MAX_VALUE);
    int more = line.verdict().equals("authentic") ? line.events().size() - 1 : 0;
    String rest = (more > 0 ? "  +" + more : "") + (line.pinned() ? "  pinned" : "");
    String sent = extras.attempt().map(this::sent).orElse("");
    int room = plan.room() - rest.length() - (sent.isEmpty() ? 0 : sent.length() + 2);
    pen.foreign(Style.PLAIN, text, room).put(Style.FAINT, rest);
    extras.attempt().ifPresent(attempt -> pen.gap(2).put(Notes.badge(attempt).tone(), sent));
  }

  /** Such as {@code → 204}. */
  private String sent(Line.OfAttempt attempt) {
    Integer status = attempt.status();
    return look.ink().sign("→", "->") + " " + (status == null ? "no answer" : status);
  }

  private void cells(Pen pen, DeliveryLine line) {
    if (plan.inbox() > 0) {
      pen.to(plan.behindSentence() + 2).foreign(Style.FAINT, line.inbox(), plan.inbox() - 2);
    }
    if (plan.size() > 0) {
      pen.endingAt(plan.behindSize(), Style.FAINT, Amounts.size(line.size()));
    }
    if (plan.lag() > 0) {
      Story.lag(line).ifPresent(lag -> lag(pen, lag));
    }
    if (plan.answer() > 0 && line.answer() != 0) {
      boolean well = line.answer() >= 200 && line.answer() < 300;
      String answer = Integer.toString(line.answer());
      pen.endingAt(plan.behindAnswer(), Style.of(well ? Tone.FAINT : Tone.BAD), answer);
    }
    pen.endingAt(plan.behindNumber(), Style.FAINT, "#" + line.position());
  }

  private void lag(Pen pen, Duration lag) {
    Tone tone = lag.compareTo(LATE) > 0 ? Tone.WARN : Tone.PLAIN;
    pen.endingAt(plan.behindLag(), Style.of(tone), Amounts.time(lag));
  }

  /** A line of those that fold open beneath a row. */
  Strip beneath(Beneath line, boolean last) {
    String guide = last ? look.ink().sign("└ ", "` ") : look.ink().sign("├ ", "| ");
    Pen pen = pen().to(plan.sentence()).put(Style.FAINT, guide);
    int gid = line.gid().isEmpty() || width < WITH_GIDS ? 0 : line.gid().length() + 2;
    pen.foreign(Style.PLAIN, line.text(), plan.behindNumber() - plan.sentence() - 2 - gid);
    if (gid > 0) {
      pen.put(Style.FAINT, "  ").foreign(Style.FAINT, line.gid());
    }
    return pen.strip();
  }

  /** A row that is still on its way. */
  Strip onItsWay(int index, boolean chosen) {
    String place = String.format(Locale.ROOT, "reading row %,d", index + 1);
    return pen()
        .put(Tone.INFO, chosen ? look.ink().sign("▌", ">") : "")
        .to(plan.sentence())
        .put(Style.FAINT, place)
        .strip();
  }
}
