package webhookinspector.replay;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** How a replay stands: under way, told to stop, over, and why. Safe for many threads. */
final class Fate {

  private enum State {
    PLANNED,
    RUNNING,
    DONE,
    STOPPED,
    FAILED
  }

  private final CountDownLatch stop = new CountDownLatch(1);
  private State state = State.PLANNED;
  private @Nullable String because;
  private @Nullable Instant ended;

  synchronized void begin() {
    state = State.RUNNING;
  }

  void stop() {
    stop.countDown();
  }

  /** The first reason counts; after a stop there is none. */
  synchronized void fail(String why) {
    if (because == null && !isStopping()) {
      because = why;
    }
    stop();
  }

  /** Whether nothing may leave any more. */
  boolean isStopping() {
    return stop.getCount() == 0;
  }

  /** Opens when nothing may leave any more. */
  CountDownLatch stopping() {
    return stop;
  }

  /**
   * @param whole whether all was sent
   */
  synchronized void end(boolean whole, Instant at) {
    ended = at;
    state = because != null ? State.FAILED : whole ? State.DONE : State.STOPPED;
  }

  synchronized boolean isRunning() {
    return state == State.RUNNING;
  }

  /** As in {@link webhookinspector.feed.ReplayLine#state}. */
  synchronized String word() {
    return state.name().toLowerCase(Locale.ROOT);
  }

  synchronized @Nullable String because() {
    return because;
  }

  /** When it ended, or null. */
  synchronized @Nullable Instant ended() {
    return ended;
  }
}
