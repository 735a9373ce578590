package webhookinspector.feed.tui.layout;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.terminal.Amounts;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.tui.model.Host;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Style;

/** What the status line tells beside the state, the most urgent first. */
final class StatusWords {

  private final Look look;

  StatusWords(Look look) {
    this.look = look;
  }

  void put(Pen pen, Model model, int room) {
    Host.Health health = model.health();
    Instant now = look.clock().instant();
    int left = room;
    left -= one(pen, left, Style.of(Tone.BAD).bold(), deletion(health.deletion(), now));
    left -= one(pen, left, Style.of(Tone.WARN), alerts(model.sheets().unread()));
    Instant pinged = health.pinged();
    left -= one(pen, left, Style.FAINT, pinged == null ? "" : "self-ping " + ago(pinged, now));
    one(pen, left, Style.FAINT, heartbeat(health.heartbeatDue(), now));
  }

  private String alerts(int unread) {
    String sign = look.ink().sign("⚠", "al") + " ";
    return unread == 0 ? "" : sign + (unread == 1 ? "1 alert (a)" : unread + " alerts (a)");
  }

  private static int one(Pen pen, int room, Style style, String text) {
    if (text.isEmpty() || text.length() + 2 > room) {
      return 0;
    }
    pen.gap(2).put(style, text);
    return text.length() + 2;
  }

  private static String ago(Instant then, Instant now) {
    return span(Duration.between(then, now)) + " ago";
  }

  private static String deletion(@Nullable Instant at, Instant now) {
    if (at == null) {
      return "";
    }
    Duration left = Duration.between(now, at);
    return left.isNegative() ? "deletion is due" : "deletion in " + span(left);
  }

  private static String heartbeat(@Nullable Instant due, Instant now) {
    if (due == null) {
      return "";
    }
    Duration left = Duration.between(now, due);
    return left.isNegative()
        ? "heartbeat overdue by " + span(left.negated())
        : "heartbeat due in " + span(left);
  }

  /** To the second below a minute, to the minute below a day. */
  private static String span(Duration time) {
    long minutes = Math.max(0, time.toMinutes());
    if (minutes < 1) {
      return Math.max(0, time.toSeconds()) + " s";
    }
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes < 24 * 60 ? minutes / 60 + " h " + minutes % 60 + " min" : Amounts.time(time);
  }
}
