package webhookinspector.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.Known;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;
import webhookinspector.inspection.Timeline;

/** Looking back through the admin port. Each call blocks and may throw {@link Refusal}. */
public interface Finding {

  /** As the first of two deliveries: the one before that is about the same resource. */
  String PREVIOUS = "previous";

  /** More than anybody reads in one piece; page on with {@code before}. */
  int MOST_EVENTS = 1_000;

  /** What a timeline shows when it is not told otherwise. */
  int DEFAULT_EVENTS = 50;

  int MOST_THINGS = 100;

  /** Deliveries that match, the newest first, and where the words of the filter stand in them. */
  Hits search(Search search);

  /**
   * How a delivery differs from another.
   *
   * @param a the first: a number, an id or the start of one, or {@value #PREVIOUS}
   * @param b the second, likewise, but never {@value #PREVIOUS}
   */
  Difference difference(String a, String b);

  /** The one before a delivery that is about the same resource; empty for the first. */
  Optional<DeliveryLine> previous(String name);

  /**
   * Which things somebody may mean, the likeliest first; one alone where there is no doubt.
   *
   * @param words a gid, a part of a name, or a delivery that told of it: its number or its id
   * @param limit 1 to {@value #MOST_THINGS}
   */
  List<Known> things(String words, int limit);

  /**
   * Everything about one thing, in the order in which it happened.
   *
   * @param gid decimal digits
   * @param before the place that an earlier answer gave as {@code older}, or null for the newest
   * @param limit events, 1 to {@value #MOST_EVENTS}
   */
  Timeline timeline(String gid, @Nullable String before, int limit);

  /** A gid as Asana writes them; a stranger's delivery may claim others. */
  static String gid(String text) {
    if (!text.matches("[0-9]{1,40}")) {
      throw Refusal.badInput(
          "resource: " + text + " (expected: a gid, decimal digits)",
          "`inspector timeline` takes names and deliveries, too.");
    }
    return text;
  }
}
