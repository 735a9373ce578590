package webhookinspector.feed;

import java.util.function.Consumer;

/**
 * A feed whose lines somebody hears before the watchers, each once and none left out, on the thread
 * that tells; so the ear must be quick and must not throw.
 */
public record Tapped(Feed feed, Consumer<Line> ear) implements Feed {

  @Override
  public void tell(Line line) {
    ear.accept(line);
    feed.tell(line);
  }

  @Override
  public Watch watch(Watcher watcher, int capacity) {
    return feed.watch(watcher, capacity);
  }

  @Override
  public void close() {
    feed.close();
  }
}
