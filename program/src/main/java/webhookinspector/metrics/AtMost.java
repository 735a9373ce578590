package webhookinspector.metrics;

import java.util.HashSet;
import java.util.Set;

/** Label values that have no list, held to the first so many. Safe for many threads. */
public final class AtMost {

  private final int most;
  private final Set<String> seen = new HashSet<>();

  public AtMost(int most) {
    this.most = most;
  }

  /** The value if it is one of the first; otherwise {@link Bounded#OTHER}. */
  public synchronized String of(String value) {
    if (seen.size() < most) {
      seen.add(value);
    }
    return seen.contains(value) ? value : Bounded.OTHER;
  }
}
