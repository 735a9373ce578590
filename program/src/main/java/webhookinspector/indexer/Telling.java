package webhookinspector.indexer;

import java.util.List;
import java.util.Optional;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.ledger.Entry;

/** Tells the feed, each entry of the ledger once. */
final class Telling {

  private final Feed feed;
  private volatile Position told = Position.START;

  Telling(Feed feed) {
    this.feed = feed;
  }

  Position told() {
    return told;
  }

  /** What came up to here is old news. */
  void skip(Position upTo) {
    told = upTo;
  }

  /** Tells a line anew that has changed. */
  void tell(DeliveryLine line) {
    feed.tell(new Line.OfDelivery(line));
  }

  /**
   * Tells what was not told before.
   *
   * @param lines one for each entry, or nothing where there is nothing to tell
   */
  void tell(List<Entry> entries, List<Optional<DeliveryLine>> lines) {
    for (int i = 0; i < entries.size(); i++) {
      Position position = entries.get(i).position();
      if (position.isAfter(told)) {
        lines.get(i).map(Line.OfDelivery::new).ifPresent(feed::tell);
        told = position;
      }
    }
  }
}
