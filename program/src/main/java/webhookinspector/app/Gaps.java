package webhookinspector.app;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.inbox.Gap;
import webhookinspector.registry.Registry;

/** Remembers gaps and tells whoever watches. Not for the ack path: it waits for the disk. */
final class Gaps implements Consumer<Gap> {

  private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);

  private final Registry registry;
  private final Feed feed;

  Gaps(Registry registry, Feed feed) {
    this.registry = registry;
    this.feed = feed;
  }

  /** A new one, or one whose end is known now. */
  @Override
  public void accept(Gap gap) {
    registry.note(gap);
    tell(gap);
  }

  /** One that is remembered already. */
  void tell(Gap gap) {
    LOG.info("gap {} from {} to {}: {}", gap.topic(), gap.from(), gap.to(), gap.cause());
    feed.tell(new Line.OfGap(gap));
  }
}
