package webhookinspector.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import webhookinspector.feed.ReplayLine;

/** The replays of sets: those under way, and the last ones that are over. */
final class Runs implements AutoCloseable {

  private static final int REMEMBERED = 50;
  private static final int MOST_UNDER_WAY = 8;
  private static final long PATIENCE_MILLIS = 2_000;

  private final Deque<Run> last = new ArrayDeque<>();

  /**
   * Does the work on a thread of its own: a virtual one would wait for its carrier while the
   * receiver is busy, and its deliveries would leave late.
   *
   * @throws IllegalStateException if too many are under way
   */
  void start(Run run, Runnable work) {
    remember(run);
    Thread.ofPlatform().daemon().name("replay-" + run.id()).start(work);
  }

  private synchronized void remember(Run run) {
    if (last.stream().filter(Run::isRunning).count() >= MOST_UNDER_WAY) {
      throw new IllegalStateException(
          "replays: " + MOST_UNDER_WAY + " are under way (expected: fewer)");
    }
    run.begin();
    last.addLast(run);
    if (last.size() > REMEMBERED) {
      last.remove(last.stream().filter(old -> !old.isRunning()).findFirst().orElseThrow());
    }
  }

  synchronized Optional<Run> find(String id) {
    return last.stream().filter(run -> run.id().equals(id)).findFirst();
  }

  synchronized List<ReplayLine> list() {
    return last.stream().map(Run::line).toList();
  }

  /** Ends them; what is on its way is given a moment. */
  @Override
  public synchronized void close() {
    last.forEach(Run::stop);
    try {
      for (Run run : last) {
        run.awaitOver(PATIENCE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
