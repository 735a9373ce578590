package webhookinspector.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.web.Admin;
import webhookinspector.web.Search;
import webhookinspector.web.Status;

/**
 * Waits for an expectation at one admin port: first what the history has behind the start, then
 * what the feed tells. The feed is opened first and begins where the history ended, so nothing
 * falls between the two, and what both tell counts once.
 */
final class Waiting {

  /** So long without a line, and we ask whether anybody is still there. */
  private static final long GLANCE_MILLIS = 500;

  private static final long CATCH_UP_NANOS = 2_000_000_000;

  private final String filter;
  private final Expectation expectation;
  private final Consumer<DeliveryLine> matched;
  private final Consumer<Line> aside;
  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();

  /**
   * @param matched told of each match
   * @param aside told of whatever else happens
   */
  Waiting(
      String filter,
      Expectation expectation,
      Consumer<DeliveryLine> matched,
      Consumer<Line> aside) {
    this.filter = filter;
    this.expectation = expectation;
    this.matched = matched;
    this.aside = aside;
  }

  /** Offers what came behind a position and has been read into the history. */
  void lookBack(Admin admin, long after, @Nullable Long before) {
    var found = new ArrayList<DeliveryLine>();
    int weight = 0;
    Long end = before;
    List<DeliveryLine> page;
    do {
      page = admin.deliveries(new Search(filter, after, end, Search.MAX_LIMIT));
      found.addAll(0, page);
      weight += page.stream().mapToInt(expectation::weight).sum();
      end = page.isEmpty() ? null : page.getFirst().position();
    } while (page.size() == Search.MAX_LIMIT && weight < expectation.wanted());
    newest(found, weight).forEach(this::offer);
  }

  /** So many of the newest as will do. */
  private List<DeliveryLine> newest(List<DeliveryLine> found, int weight) {
    int from = 0;
    int left = weight;
    while (from < found.size()
        && left - expectation.weight(found.get(from)) >= expectation.wanted()) {
      left -= expectation.weight(found.get(from));
      from++;
    }
    return found.subList(from, found.size());
  }

  /**
   * Until it is met or the time is over.
   *
   * @param after what came behind this position counts
   * @param deadline by {@link System#nanoTime}
   * @param ready run once nothing can be missed any more
   * @throws webhookinspector.web.Refusal if the holder has gone
   */
  void follow(Admin admin, long after, long deadline, Runnable ready) throws InterruptedException {
    long known = caughtUp(admin);
    try (Feed.Watch _ = admin.follow(Math.max(known, after), filter, lines::add)) {
      ready.run();
      if (known > after) {
        lookBack(admin, after, known + 1);
      }
      while (!expectation.isMet()) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return;
        }
        Line line = lines.poll(Math.min(left + 1, GLANCE_MILLIS), TimeUnit.MILLISECONDS);
        if (line == null) {
          admin.status();
        } else {
          heard(line, after);
        }
      }
    }
  }

  /** What was kept before we asked is in the history first, as far as that takes no time. */
  private static long caughtUp(Admin admin) throws InterruptedException {
    Status status = admin.status();
    long last = status.last();
    long end = System.nanoTime() + CATCH_UP_NANOS;
    while (status.indexed() < last && System.nanoTime() < end) {
      Thread.sleep(10);
      status = admin.status();
    }
    return status.indexed();
  }

  private void heard(Line line, long after) {
    if (!(line instanceof Line.OfDelivery of)) {
      aside.accept(line);
    } else if (of.delivery().position() > after) {
      offer(of.delivery());
    }
  }

  private void offer(DeliveryLine line) {
    if (expectation.offer(line)) {
      matched.accept(line);
    }
  }
}
