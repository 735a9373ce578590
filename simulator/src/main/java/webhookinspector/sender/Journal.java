package webhookinspector.sender;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last attempts. Safe for many threads. */
public final class Journal {

  private final int most;
  private final Deque<Attempt> attempts = new ArrayDeque<>();
  private long numbers;

  /**
   * @param most attempts that are kept; older ones are forgotten
   */
  public Journal(int most) {
    this.most = most;
  }

  /** Takes the number that the attempt is to have. */
  interface Entry {
    Attempt numbered(long number);
  }

  synchronized void write(Entry entry) {
    attempts.add(entry.numbered(++numbers));
    if (attempts.size() > most) {
      attempts.poll();
    }
  }

  /** In the order in which they ended. */
  public synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** How many there were, forgotten ones included. */
  public synchronized long count() {
    return numbers;
  }
}
