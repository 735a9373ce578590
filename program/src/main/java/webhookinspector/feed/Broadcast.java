package webhookinspector.feed;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A {@link Feed} within this process: a {@link Desk} with a virtual thread for each watcher. */
public final class Broadcast implements Feed {

  private final List<Desk> desks = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  @Override
  public void tell(Line line) {
    for (Desk desk : desks) {
      desk.offer(line);
    }
  }

  @Override
  public Watch watch(Watcher watcher, int capacity) {
    if (capacity < 1 || capacity > 100_000) {
      throw new IllegalArgumentException("capacity: " + capacity + " (expected: 1 to 100000)");
    }
    var desk = new Desk(watcher, capacity, desks::remove);
    desks.add(desk);
    desk.start();
    if (closed) {
      desk.close();
    }
    return desk;
  }

  /** How many watch at this moment. */
  public int watchers() {
    return desks.size();
  }

  @Override
  public void close() {
    closed = true;
    desks.forEach(Desk::close);
  }
}
