package webhookinspector.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay of many deliveries is, or what came of it; the component names are the JSON
 * names.
 *
 * @param id of the replay
 * @param at when this was so
 * @param target the address
 * @param state {@code planned}, {@code running}, {@code done}, {@code stopped} or {@code failed}
 * @param planned how many shall be sent
 * @param leftOut how many were asked for and are not sent, such as handshakes
 * @param sent how many have been sent
 * @param taken how many the target took: 200 or 204
 * @param lasts from the first to the last by the timetable, in ms
 * @param late how far behind the timetable the latest left, in ms
 * @param seed of what was left to chance
 * @param times of all that were answered
 * @param answers by status, those without an answer last
 * @param because why it failed, or null
 */
public record ReplayLine(
    String id,
    Instant at,
    String target,
    String state,
    int planned,
    int leftOut,
    int sent,
    int taken,
    long lasts,
    long late,
    long seed,
    Times times,
    List<Answers> answers,
    @Nullable String because) {

  public ReplayLine {
    answers = List.copyOf(answers);
  }

  /** Whether something may still be sent. */
  public boolean isRunning() {
    return state.equals("running");
  }

  /** So many of a hundred took at most so long, in ms to a tenth; 0 when there are none. */
  public record Times(double p50, double p95, double p99) {}

  /**
   * What came back so often.
   *
   * @param status the HTTP status, or null when no answer came
   */
  public record Answers(@Nullable Integer status, int count, Times times) {}
}
