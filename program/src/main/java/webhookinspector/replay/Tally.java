package webhookinspector.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import webhookinspector.feed.ReplayLine;

/** Counts what comes back. Safe for many threads. */
final class Tally {

  private static final int NO_ANSWER = Integer.MAX_VALUE;

  private final Map<Integer, Durations> byStatus = new TreeMap<>();
  private int sent;
  private int taken;
  private int gone;
  private int unansweredInARow;
  private long latest;

  synchronized void add(Sent one) {
    Integer status = one.attempt().status();
    byStatus
        .computeIfAbsent(status == null ? NO_ANSWER : status, _ -> new Durations())
        .add(one.took());
    sent++;
    taken += one.attempt().taken() ? 1 : 0;
    unansweredInARow = status == null ? unansweredInARow + 1 : 0;
  }

  /** One is not kept any more. */
  synchronized void gone() {
    gone++;
  }

  /** One left so much later than it should have. */
  synchronized void left(long nanosLate) {
    latest = Math.max(latest, nanosLate);
  }

  synchronized int sent() {
    return sent;
  }

  synchronized int taken() {
    return taken;
  }

  synchronized int notKept() {
    return gone;
  }

  synchronized int unansweredInARow() {
    return unansweredInARow;
  }

  /** In ms. */
  synchronized long latest() {
    return latest / 1_000_000;
  }

  /** Of those that were answered. */
  synchronized ReplayLine.Times times() {
    var answered = new TreeMap<>(byStatus);
    answered.remove(NO_ANSWER);
    return Durations.times(new ArrayList<>(answered.values()));
  }

  synchronized List<ReplayLine.Answers> answers() {
    var answers = new ArrayList<ReplayLine.Answers>();
    byStatus.forEach(
        (status, durations) ->
            answers.add(
                new ReplayLine.Answers(
                    status == NO_ANSWER ? null : status,
                    durations.count(),
                    Durations.times(List.of(durations)))));
    return answers;
  }
}
