package webhookinspector.feed.terminal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inbox.Gap;

/** What is said of everything that is no delivery. */
final class Notes {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

  private Notes() {}

  static Tone tone(State state) {
    return switch (state) {
      case State.Live _ -> Tone.GOOD;
      case State.Starting _, State.WaitingForHandshake _ -> Tone.INFO;
      case State.Degraded _ -> Tone.WARN;
      case State.Failed _ -> Tone.BAD;
    };
  }

  static String gap(Gap gap, Look look) {
    String from = gap.from() == null ? "some time" : moment(gap.from(), look);
    String to = gap.to() == null ? "now, and it lasts" : moment(gap.to(), look);
    return "Events may be missing from " + from + " to " + to + ": " + gap.cause();
  }

  private static String moment(Instant at, Look look) {
    return MOMENT.format(at.atZone(look.zone()));
  }

  static Badge badge(Line.OfAttempt attempt) {
    Integer status = attempt.status();
    return status != null && status >= 200 && status < 300 ? Badge.SENT : Badge.NOT_SENT;
  }

  static String attempt(Line.OfAttempt attempt) {
    String came = attempt.status() == null ? "no answer" : "answer " + attempt.status();
    return attempt.delivery()
        + " → "
        + attempt.target()
        + " · "
        + came
        + " after "
        + Amounts.time(java.time.Duration.ofMillis(attempt.millis()))
        + (attempt.because() == null ? "" : ": " + attempt.because());
  }
}
