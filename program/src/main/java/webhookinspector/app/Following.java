package webhookinspector.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.Watcher;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.History;
import webhookinspector.history.Query;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;

/**
 * A watch that begins with what the history already has. The feed is watched first and made to
 * wait, so nothing falls between the two; what both tell is told once.
 */
final class Following implements Watcher {

  private static final int PAGE = 500;
  private static final int CAPACITY = 10_000;

  private final Watcher watcher;
  private final CountDownLatch caughtUp = new CountDownLatch(1);

  /**
   * The newest lines from the history, as many as the feed can have waiting, with what may change.
   */
  private final Map<String, String> told =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > 2 * CAPACITY;
        }
      };

  private Following(Watcher watcher) {
    this.watcher = watcher;
  }

  /**
   * Starts one.
   *
   * @param after a position, or null to begin with what comes next
   */
  static Feed.Watch start(Feed feed, History history, @Nullable Long after, Watcher watcher) {
    if (after == null) {
      return feed.watch(watcher, CAPACITY);
    }
    var following = new Following(watcher);
    Feed.Watch watch = feed.watch(following, CAPACITY);
    Thread reader =
        Thread.ofVirtual()
            .name("follow-history")
            .start(() -> following.readUp(history, new Position(after)));
    return () -> {
      reader.interrupt();
      watch.close();
    };
  }

  private void readUp(History history, Position after) {
    try {
      Position at = after;
      while (history.indexed().isAfter(at) && !Thread.currentThread().isInterrupted()) {
        // The history gives the newest of a range, so the range must not hold more than a page.
        Position end = new Position(at.number() + PAGE);
        Position before = new Position(end.number() + 1);
        for (DeliveryLine line : history.list(new Query(FilterExpression.ALL, at, before), PAGE)) {
          told.put(line.id(), changing(line));
          watcher.told(new Line.OfDelivery(line));
        }
        at = end;
      }
    } finally {
      caughtUp.countDown();
    }
  }

  private static String changing(DeliveryLine line) {
    return line.verdict() + ' ' + line.pinned() + ' ' + line.note();
  }

  @Override
  public void told(Line line) {
    try {
      caughtUp.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (!(line instanceof Line.OfDelivery(DeliveryLine delivery))
        || !changing(delivery).equals(told.remove(delivery.id()))) {
      watcher.told(line);
    }
  }

  @Override
  public void fellBehind(long missed) {
    watcher.fellBehind(missed);
  }
}
