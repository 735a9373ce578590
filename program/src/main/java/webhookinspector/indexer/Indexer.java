package webhookinspector.indexer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.feed.Feed;
import webhookinspector.history.History;
import webhookinspector.history.HistoryTrouble;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Names;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;

/**
 * Follows the ledger on a thread of its own: inspects what came, adds it to the history, tells the
 * feed. When the history fails or is built anew, the feed is told all the same and the history
 * catches up later.
 *
 * <p>Two marks in the ledger say how far it is: {@code indexed} survives in the history itself,
 * {@code told} lives as long as this process. Usually they are level.
 */
public final class Indexer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

  /** Entries of one transaction: few enough for new ones to be told in time between two. */
  private static final int BATCH = 200;

  /** While it catches up: new ones are told without the history then. */
  private static final int LARGE_BATCH = 1_000;

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Ledger ledger;
  private final History history;
  private final Reading reading;
  private final Telling telling;
  private final Complaint complaint;
  private final Mark indexed = new Mark();
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);

  /** Between reading and adding, nobody else may change the history. */
  private final Object adding = new Object();

  /**
   * @param webhookOf the gid of the webhook that targets an inbox, if it is known
   * @param markings what people put on a delivery
   * @param trouble called with one line when the history fails, and with nothing once it works
   *     again
   */
  public Indexer(
      Ledger ledger,
      History history,
      Feed feed,
      Function<InboxName, Optional<String>> webhookOf,
      Names names,
      Function<DeliveryId, Marking> markings,
      Consumer<Optional<String>> trouble) {
    this.ledger = ledger;
    this.history = history;
    this.reading = new Reading(ledger, webhookOf, names, markings);
    this.telling = new Telling(feed);
    this.complaint = new Complaint(trouble);
    this.thread = Thread.ofPlatform().name("indexer").daemon().unstarted(this::follow);
  }

  /**
   * Starts following. What the ledger holds already is indexed, but not told: it is old news to
   * whoever watches.
   */
  public void start() {
    telling.skip(ledger.last());
    thread.start();
  }

  /**
   * Forgets the history and builds it again from the ledger, while new deliveries are still told.
   */
  public void rebuild() {
    indexed.beginAnew();
  }

  /**
   * Waits until the history holds all that the ledger held when this was called.
   *
   * @return false if it took longer
   */
  public boolean awaitIndexed(Duration patience) throws InterruptedException {
    return awaitIndexed(ledger.last(), patience);
  }

  /**
   * Waits until the history holds all up to a position.
   *
   * @return false if it took longer
   */
  public boolean awaitIndexed(Position wanted, Duration patience) throws InterruptedException {
    return indexed.await(wanted, patience);
  }

  /**
   * Puts one delivery into the history again and tells it, because something changed that the
   * ledger does not know of. One that the history has not come to yet will bring its change along.
   *
   * @return its line, or empty when it is not in the ledger
   * @throws HistoryTrouble if the history cannot be written; a rebuild will find the change
   */
  public Optional<DeliveryLine> refresh(DeliveryId delivery) {
    synchronized (adding) {
      Optional<Entry.Kept> kept = ledger.find(delivery);
      if (kept.isEmpty()) {
        return Optional.empty();
      }
      Inspected inspected = reading.inspect(kept.get());
      Position upTo = history.indexed();
      if (kept.get().position().isAfter(upTo)) {
        return Optional.of(inspected.line());
      }
      Optional<DeliveryLine> stored = history.add(List.of(inspected), upTo).getFirst();
      stored.ifPresent(telling::tell);
      return stored.or(() -> Optional.of(inspected.line().with(List.of())));
    }
  }

  private void follow() {
    try {
      while (stop.getCount() > 0) {
        stepOrComplain();
      }
    } catch (InterruptedException e) {
      LOG.debug("stopped", e);
    }
  }

  private void stepOrComplain() throws InterruptedException {
    try {
      step();
    } catch (HistoryTrouble e) {
      complaint.raise(e);
    } catch (RuntimeException e) {
      complaint.raise(e);
      stop.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS); // the ledger itself cannot be read
    }
  }

  private void step() throws InterruptedException {
    if (complaint.isFresh()) {
      tellOnly(complaint.rest());
      return;
    }
    Position from = resumed();
    boolean level = !telling.told().isAfter(from);
    if (!level) {
      tellOnly(Duration.ZERO);
    }
    index(
        level ? ledger.read(from, BATCH, PATIENCE) : ledger.read(from, LARGE_BATCH, Duration.ZERO));
  }

  /** New deliveries are told at once although the history has not come so far. */
  private void tellOnly(Duration patience) throws InterruptedException {
    List<Entry> entries = ledger.read(telling.told(), BATCH, patience);
    telling.tell(entries, reading.lines(entries));
  }

  private void index(List<Entry> entries) {
    if (!entries.isEmpty()) {
      synchronized (adding) {
        add(entries);
      }
    }
  }

  private void add(List<Entry> entries) {
    var inspected = reading.inspect(entries);
    Position upTo = entries.getLast().position();
    try {
      var stored = history.add(inspected.stream().flatMap(Optional::stream).toList(), upTo);
      complaint.settle();
      indexed.reach(upTo);
      telling.tell(entries, Reading.inPlace(inspected, stored));
    } catch (HistoryTrouble e) {
      complaint.raise(e);
      telling.tell(entries, Reading.asInspected(inspected));
    }
  }

  /** Where the history stands. One that knows more than the ledger belongs to another ledger. */
  private Position resumed() {
    Optional<Position> known = indexed.get();
    if (known.isPresent()) {
      return known.get();
    }
    Position stored = history.indexed();
    if (indexed.isToBeginAnew() || stored.isAfter(ledger.last())) {
      synchronized (adding) {
        history.clear();
      }
      indexed.begun();
      return Position.START;
    }
    indexed.reach(stored);
    return stored;
  }

  /** Stops after the batch in hand; what is not indexed yet is indexed after the next start. */
  @Override
  public void close() {
    stop.countDown();
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
