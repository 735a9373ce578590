package webhookinspector.conform;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.trust.Secret;

/**
 * Everything that was sent and answered in a run, and what of it shows the running check's case.
 */
final class Evidence {

  static final int MOST_SHOWN = 8;

  private final List<Secret> secrets;
  private final List<Traffic> all = new ArrayList<>();
  private final List<Traffic> shown = new ArrayList<>();

  /**
   * @param secrets never shown
   */
  Evidence(List<Secret> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  synchronized void add(Traffic traffic) {
    all.add(traffic);
    shown.add(traffic);
  }

  /** Exchanges of an earlier check that this one rests on, too. */
  synchronized void alsoShow(List<Traffic> earlier) {
    earlier.stream().filter(traffic -> !shown.contains(traffic)).forEach(shown::add);
  }

  /** Forgets what showed the check before. */
  synchronized void begin() {
    shown.clear();
  }

  /** Whether nothing was sent for the running check. */
  synchronized boolean isEmpty() {
    return shown.isEmpty();
  }

  /** Makes the exchange with that answer the one that reports show. */
  synchronized void showLast(Answer answer) {
    for (Traffic traffic : List.copyOf(shown)) {
      if (traffic.answer().equals(answer)) {
        shown.remove(traffic);
        shown.add(traffic);
      }
    }
  }

  /** The last ones; the last of all tells most. */
  synchronized List<Exchange> shown() {
    return shown.stream()
        .skip(Math.max(0, shown.size() - MOST_SHOWN))
        .map(traffic -> traffic.shown(secrets))
        .toList();
  }

  synchronized List<Traffic> all() {
    return List.copyOf(all);
  }

  /** Whether the last connection broke without an answer. */
  synchronized boolean lastBroke() {
    return !all.isEmpty() && all.getLast().answer().broke();
  }
}
