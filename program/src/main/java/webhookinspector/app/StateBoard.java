package webhookinspector.app;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;

/** How the program is doing, put together from what its parts report. Tells the feed of changes. */
final class StateBoard {

  private final Feed feed;
  private final InstantSource clock;
  private final Map<String, String> troubles = new TreeMap<>();
  private State phase = new State.Starting("");
  private State told = phase;

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
    what.ifPresentOrElse(text -> troubles.put(topic, text), () -> troubles.remove(topic));
    tellChange();
  }

  synchronized State now() {
    return phase instanceof State.Live && !troubles.isEmpty()
        ? new State.Degraded(String.join("; ", troubles.values()))
        : phase;
  }

  private void tellChange() {
    State now = now();
    if (!now.equals(told)) {
      told = now;
      feed.tell(new Line.OfState(clock.instant(), now));
    }
  }
}
