package webhookinspector.app;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;

/** How the program is doing, put together from what its parts report. Tells the feed of changes. */
final class StateBoard {

  private final Feed feed;
  private final InstantSource clock;
  private final Map<String, Trouble> troubles = new TreeMap<>();
  private State phase = new State.Starting("");
  private State told = phase;

  /**
   * Something that does not work.
   *
   * @param attempts to mend it by asking again, or 0 where asking does not help
   */
  private record Trouble(String what, int attempts) {}

  StateBoard(Feed feed, InstantSource clock) {
    this.feed = feed;
    this.clock = clock;
  }

  /** Where we stand when nothing is wrong. */
  synchronized void phase(State next) {
    phase = next;
    tellChange();
  }

  /**
   * Something does not work, or works again.
   *
   * @param topic of which there is at most one trouble at a time
   * @param what one line with the next step, or empty once it works
   */
  synchronized void trouble(String topic, Optional<String> what) {
    what.ifPresentOrElse(
        text -> troubles.put(topic, new Trouble(text, 0)), () -> troubles.remove(topic));
    tellChange();
  }

  /**
   * Somebody does not answer and is asked again.
   *
   * @param topic as in {@link #trouble}, which also ends this
   * @param attempts that failed in a row, from 1
   */
  synchronized void reconnecting(String topic, int attempts, String what) {
    troubles.put(topic, new Trouble(what, attempts));
    tellChange();
  }

  synchronized State now() {
    if (!(phase instanceof State.Live) || troubles.isEmpty()) {
      return phase;
    }
    String all = troubles.values().stream().map(Trouble::what).collect(Collectors.joining("; "));
    boolean mending = troubles.values().stream().allMatch(trouble -> trouble.attempts > 0);
    int attempts = troubles.values().stream().mapToInt(Trouble::attempts).max().orElse(0);
    return mending ? new State.Reconnecting(attempts, all) : new State.Degraded(all);
  }

  private void tellChange() {
    State now = now();
    if (!now.equals(told)) {
      told = now;
      feed.tell(new Line.OfState(clock.instant(), now));
    }
  }
}
