package webhookinspector.junit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import webhookinspector.simulator.Simulator;

/** What was done to a local Asana, in its order; the last 1,000 entries. */
final class Diary {

  private static final int MOST = 1_000;

  private final Simulator simulator;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private volatile long begun;

  Diary(Simulator simulator) {
    this.simulator = simulator;
  }

  /**
   * @param at on the simulator's clock
   * @param attempts how many attempts had ended by then: its place among them
   */
  record Entry(Instant at, long attempts, String text) {}

  void write(String text) {
    var entry = new Entry(simulator.now(), simulator.attemptCount(), text);
    synchronized (entries) {
      entries.add(entry);
      if (entries.size() > MOST) {
        entries.poll();
      }
    }
  }

  void begin(String test) {
    begun = simulator.attemptCount();
    write("test " + test + " begins");
  }

  /** How many attempts there were before the current test. */
  long begun() {
    return begun;
  }

  List<Entry> entries() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }
}
