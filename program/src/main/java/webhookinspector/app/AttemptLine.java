package webhookinspector.app;

import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;
import webhookinspector.outbox.Attempt;

/** An attempt as watchers are told of it. */
final class AttemptLine {

  private AttemptLine() {}

  static Line.OfAttempt of(Attempt attempt) {
    return of(attempt, null);
  }

  /**
   * @param replay of many that it belongs to, or null
   */
  static Line.OfAttempt of(Attempt attempt, @Nullable String replay) {
    return new Line.OfAttempt(
        attempt.at(),
        attempt.delivery().text(),
        attempt.target(),
        attempt.status(),
        attempt.millis(),
        attempt.because(),
        attempt.source().word(),
        attempt.marker(),
        replay,
        attempt.answerBody());
  }
}
