package webhookinspector.app;

import webhookinspector.feed.Line;
import webhookinspector.feed.Watcher;
import webhookinspector.history.LiveFilter;

/** A watcher of whom some deliveries are kept back. */
record Choosy(LiveFilter filter, Watcher watcher) implements Watcher {

  @Override
  public void told(Line line) {
    if (!(line instanceof Line.OfDelivery of) || filter.lets(of.delivery())) {
      watcher.told(line);
    }
  }

  @Override
  public void fellBehind(long missed) {
    watcher.fellBehind(missed);
  }
}
