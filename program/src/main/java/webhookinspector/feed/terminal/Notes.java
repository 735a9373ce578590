package webhookinspector.feed.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import webhookinspector.feed.Line;
import webhookinspector.feed.ReplayLine;
import webhookinspector.feed.State;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inbox.Gap;

/** What is said of everything that is no delivery. */
public final class Notes {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

  private Notes() {}

  public static Tone tone(State state) {
    return switch (state) {
      case State.Live _ -> Tone.GOOD;
      case State.Starting _, State.WaitingForHandshake _ -> Tone.INFO;
      case State.Degraded _, State.Reconnecting _ -> Tone.WARN;
      case State.Failed _ -> Tone.BAD;
    };
  }

  public static String gap(Gap gap, Look look) {
    String from = gap.from() == null ? "some time" : moment(gap.from(), look);
    String to = gap.to() == null ? "now, and it lasts" : moment(gap.to(), look);
    return "Events may be missing from " + from + " to " + to + ": " + gap.cause();
  }

  private static String moment(Instant at, Look look) {
    return MOMENT.format(at.atZone(look.zone()));
  }

  public static Badge badge(Line.OfAttempt attempt) {
    if (!attempt.taken()) {
      return Badge.NOT_SENT;
    }
    return attempt.synthetic() ? Badge.SYNTHETIC : Badge.SENT;
  }

  public static String attempt(Line.OfAttempt attempt) {
    String what = attempt.isCommand() ? "exit code " : "answer ";
    String came = attempt.status() == null ? "no answer" : what + attempt.status();
    return attempt.delivery()
        + (attempt.synthetic() ? " " + changed(attempt) : "")
        + " → "
        + attempt.target()
        + " · "
        + came
        + " after "
        + Amounts.time(Duration.ofMillis(attempt.millis()))
        + (attempt.because() == null ? "" : ": " + attempt.because());
  }

  /** What is not as it came, such as {@code (edited)}. */
  private static String changed(Line.OfAttempt attempt) {
    int semicolon = attempt.marker().indexOf(';');
    return "(" + attempt.marker().substring(semicolon + 1).strip().replace(";", ",") + ")";
  }

  /** Of its beginning and its end; what comes between is told by the attempts. */
  static Optional<String> replay(ReplayLine replay) {
    if (replay.isRunning()) {
      return replay.sent() > 0
          ? Optional.empty()
          : Optional.of(replay.planned() + " deliveries → " + replay.target());
    }
    String answers =
        replay.answers().stream()
            .map(a -> a.count() + " × " + (a.status() == null ? "no answer" : a.status()))
            .collect(Collectors.joining(", "));
    return Optional.of(
        replay.state()
            + ": "
            + replay.sent()
            + " of "
            + replay.planned()
            + " → "
            + replay.target()
            + (answers.isEmpty() ? "" : " · " + answers)
            + (replay.because() == null ? "" : ": " + replay.because()));
  }
}
