package webhookinspector.feed.terminal;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;
import webhookinspector.feed.Opening;
import webhookinspector.feed.ReplayLine;
import webhookinspector.feed.State;
import webhookinspector.feed.View;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;

/** Rows for people, one after the other, as on paper: nothing that was written moves again. */
public final class PlainView implements View {

  static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  private final PrintWriter out;
  private final Look look;
  private final Ink ink;
  private final Rows rows;
  private final Tally tally = new Tally();
  private @Nullable LocalDate day;
  private @Nullable State state;
  private boolean ended;

  /**
   * @param out flushed after each row, never closed
   */
  public PlainView(PrintWriter out, Look look) {
    this.out = out;
    this.look = look;
    this.ink = look.ink();
    this.rows = new Rows(look);
  }

  @Override
  public synchronized void open(Opening opening) {
    begin();
    print(new Head(look).lines(opening));
    print(rows.header());
    out.flush();
  }

  @Override
  public synchronized void told(Line line) {
    begin();
    switch (line) {
      case Line.OfDelivery of -> delivery(of.delivery());
      case Line.OfState of -> state(of);
      case Line.OfAlert of -> {
        turnPageTo(of.at().atZone(look.zone()).toLocalDate());
        print(rows.note(of.at(), Badge.ALERT, in(of.inbox()) + of.message()));
      }
      case Line.OfGap(Gap gap) -> {
        String inbox = gap.inbox() == null ? null : gap.inbox().text();
        print(rows.note(gap.at(), Badge.GAP, in(inbox) + Notes.gap(gap, look)));
      }
      case Line.OfAttempt of -> print(rows.note(of.at(), Notes.badge(of), Notes.attempt(of)));
      case Line.OfReplay(ReplayLine replay) ->
          Notes.replay(replay).ifPresent(text -> print(rows.note(replay.at(), Badge.REPLAY, text)));
    }
    out.flush();
  }

  private void delivery(DeliveryLine line) {
    turnPageTo(line.receivedAt().atZone(look.zone()).toLocalDate());
    switch (tally.add(line)) {
      case FIRST -> print(rows.delivery(line));
      case CHANGED -> print(rows.delivery(line, "judged again: " + line.because()));
      case SAME -> {} // an answer that came later; its attempt was told
    }
  }

  private void state(Line.OfState of) {
    if (!of.state().equals(state)) {
      state = of.state();
      print(rows.state(of.at(), of.state()));
    }
  }

  @Override
  public synchronized void fellBehind(long missed) {
    begin();
    String text = missed + " lines came too fast to be shown; the history has them: inspector list";
    print(rows.note(look.clock().instant(), Badge.ALERT, text));
    out.flush();
  }

  @Override
  public synchronized void close() {
    if (!ended && day != null) {
      ended = true;
      print(tally.farewell(ink));
      out.flush();
    }
  }

  private void begin() {
    if (day == null) {
      var now = look.clock().instant().atZone(look.zone());
      day = now.toLocalDate();
      print(List.of(new Head(look).title(DAY.format(now), now)));
    }
  }

  private void turnPageTo(LocalDate next) {
    if (day != null && next.isAfter(day)) {
      day = next;
      print(List.of(ink.paint(Tone.FAINT, ink.sign("──", "--") + " " + DAY.format(next))));
    }
  }

  private static String in(@Nullable String inbox) {
    return inbox == null ? "" : inbox + ": ";
  }

  private void print(List<String> lines) {
    lines.forEach(line -> out.append(line.stripTrailing()).append('\n'));
  }
}
