package webhookinspector.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a delivery belong to one click. Asana tells each field and each list of its own:
 * who completes a task makes {@code completed}, {@code completed_at} and a story (captures). Events
 * are of one click when the same person changed the same thing, each within a second of the one
 * before.
 */
public final class Clicks {

  private static final Duration WITHIN = Duration.ofSeconds(1);

  private Clicks() {}

  private record Who(@Nullable String user, String subject) {}

  /** A click that may go on. */
  private record Open(int number, @Nullable Instant last) {}

  /** For each event the number of its click, counted from 1 in the order of the body. */
  public static int[] of(List<EventLine> events) {
    int[] clicks = new int[events.size()];
    Map<Who, Open> open = new HashMap<>();
    int count = 0;
    for (int i = 0; i < clicks.length; i++) {
      EventLine event = events.get(i);
      var who = new Who(gid(event), event.subject().gid());
      Open before = open.get(who);
      int number =
          before != null && near(before.last(), event.createdAt()) ? before.number() : ++count;
      clicks[i] = number;
      open.put(who, new Open(number, event.createdAt()));
    }
    return clicks;
  }

  /** How many there are. */
  public static int count(List<EventLine> events) {
    int most = 0;
    for (int click : of(events)) {
      most = Math.max(most, click);
    }
    return most;
  }

  private static @Nullable String gid(EventLine event) {
    return event.user() == null ? null : event.user().gid();
  }

  private static boolean near(@Nullable Instant one, @Nullable Instant other) {
    return one != null
        && other != null
        && Duration.between(one, other).abs().compareTo(WITHIN) <= 0;
  }
}
