package webhookinspector.indexer;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import webhookinspector.feed.Feed;
import webhookinspector.history.History;
import webhookinspector.inbox.InboxName;
import webhookinspector.inspection.Names;
import webhookinspector.ledger.Ledger;

/**
 * Follows the ledger on a thread of its own: inspects what came, adds it to the history, tells the
 * feed. When the history fails, the feed is told all the same and the history catches up later.
 */
public final class Indexer implements AutoCloseable {

  /**
   * @param webhookOf the gid of the webhook that targets an inbox, if it is known
   * @param trouble called with one line when the history fails, and with nothing once it works
   *     again
   */
  public Indexer(
      Ledger ledger,
      History history,
      Feed feed,
      Function<InboxName, Optional<String>> webhookOf,
      Names names,
      Consumer<Optional<String>> trouble) {}

  /**
   * Starts following. What the ledger holds already is indexed, but not told: it is old news to
   * whoever watches.
   */
  public void start() {}

  /**
   * Forgets the history and builds it again from the ledger, while new deliveries are still told.
   */
  public void rebuild() {}

  /** Stops after the batch in hand; what is not indexed yet is indexed after the next start. */
  @Override
  public void close() {}
}
