package webhookinspector.feed.tui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.terminal.Story;
import webhookinspector.inspection.DeliveryLine;

/**
 * What folds open beneath a row, a line each.
 *
 * @param at when it happened, or null
 * @param text raw text of Asana's
 * @param gid of what it is about, or ""
 */
public record Beneath(@Nullable Instant at, String text, String gid) {

  /** How many lines there are. */
  static int count(DeliveryLine line) {
    return of(line).size();
  }

  /** All of them. */
  public static List<Beneath> of(DeliveryLine line) {
    var lines = new ArrayList<Beneath>();
    boolean believed = line.verdict().equals("authentic");
    String claim = believed ? "" : "claims: ";
    line.events().stream()
        .limit(Story.MAX_EVENTS)
        .forEach(
            event ->
                lines.add(
                    new Beneath(
                        event.createdAt(), claim + event.sentence(), event.resource().gid())));
    int more = line.events().size() - Story.MAX_EVENTS;
    if (more > 0) {
      lines.add(new Beneath(null, "and " + more + " more; Enter shows all", ""));
    }
    Story.before(line).forEach(told -> lines.add(new Beneath(null, told, "")));
    if (lines.isEmpty()) {
      lines.add(new Beneath(null, line.because(), ""));
    }
    return lines;
  }
}
