package webhookinspector.checks.month;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which webhooks Asana has deleted, and how long it took us to notice each. */
final class Deletions {

  private final Duration within;
  private final Map<String, Instant> gone = new HashMap<>();
  private final Map<String, Duration> noticed = new HashMap<>();
  private Set<String> alive = Set.of();

  /**
   * @param within how late a deletion may be noticed
   */
  Deletions(Duration within) {
    this.within = within;
  }

  /** What exists at Asana at this time. */
  void see(Set<String> webhooks, Instant now) {
    alive.stream()
        .filter(gid -> !webhooks.contains(gid))
        .forEach(gid -> gone.putIfAbsent(gid, now));
    alive = new HashSet<>(webhooks);
  }

  /**
   * We have noticed one; again after each start, which counts as long as it takes.
   *
   * @param awakeSince nobody could notice anything before
   */
  void notice(String gid, Instant awakeSince, Instant now) {
    Instant at = gone.getOrDefault(gid, now);
    Duration late = Duration.between(at.isAfter(awakeSince) ? at : awakeSince, now);
    noticed.merge(gid, late, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  boolean isNoticed(String gid) {
    return noticed.containsKey(gid);
  }

  int count() {
    return gone.size();
  }

  /** Nothing when each was noticed in time, and nothing else was. */
  List<String> complaints() {
    var complaints = new ArrayList<String>();
    gone.forEach(
        (gid, at) -> {
          Duration late = noticed.get(gid);
          if (late == null) {
            complaints.add("the deletion of " + gid + " at " + at + " was never noticed");
          } else if (late.compareTo(within) > 0) {
            complaints.add("the deletion of " + gid + " at " + at + " was noticed after " + late);
          }
        });
    noticed.keySet().stream()
        .filter(gid -> !gone.containsKey(gid))
        .forEach(gid -> complaints.add(gid + " was called deleted, and is there"));
    return complaints;
  }
}
