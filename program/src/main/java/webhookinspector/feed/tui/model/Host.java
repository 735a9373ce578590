package webhookinspector.feed.tui.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.feed.Line;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;

/**
 * What the view asks of the program that it shows. Each call may block and may throw; an
 * exception's message is shown to whoever asked. Safe for many threads.
 */
public interface Host {

  /**
   * The newest lines that match, and how many there are up to the last of them.
   *
   * @param filter in the filter language, "" for all
   * @param most 1 to 1,000
   */
  Snapshot newest(String filter, int most);

  /**
   * Lines that match, oldest first.
   *
   * @param after only those behind this position, or null
   * @param before only those in front of this position
   * @param skip so many newer ones are passed over
   * @param most 1 to 1,000
   */
  List<DeliveryLine> lines(String filter, @Nullable Long after, long before, int skip, int most);

  /** One delivery with its bytes. */
  Details delivery(String id);

  /** What happened, in words. */
  Explanation explain(String id);

  /** Sends it again and waits for the answer. */
  Line.OfAttempt replay(String id, String target);

  /** The end of a list, and its length. */
  record Snapshot(List<DeliveryLine> lines, long count) {}

  /** One delivery, whole. */
  record Details(DeliveryLine line, Headers headers, Body body) {}
}
