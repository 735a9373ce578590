package webhookinspector.retention;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import webhookinspector.history.History;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Dropped;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.Stored;
import webhookinspector.registry.Registry;

/**
 * Takes deliveries out of history, ledger and registry, a few at a time. The history first: should
 * we be cut off in between, the next run finds them in the ledger again.
 */
public final class Dropping {

  private static final int BATCH = 100;
  private static final long BATCH_BYTES = 2_000_000;

  /** Deliveries that come meanwhile have the writer for themselves so long. */
  private static final long PAUSE_MILLIS = 10;

  private final Ledger ledger;
  private final History history;
  private final Registry registry;
  private final Lock marking;
  private final InstantSource clock;

  /**
   * @param marking held while something is pinned, so that no pin falls between look and drop
   */
  public Dropping(
      Ledger ledger, History history, Registry registry, Lock marking, InstantSource clock) {
    this.ledger = ledger;
    this.history = history;
    this.registry = registry;
    this.marking = marking;
    this.clock = clock;
  }

  Batch begin(String because, boolean dry) {
    return new Batch(because, dry);
  }

  /** Where the pinned ones lie. */
  List<Stored> pinnedPlaces() {
    var places = new ArrayList<Stored>();
    registry
        .markings()
        .forEach(
            (id, one) -> {
              if (one.pinned()) {
                history
                    .find(id.text())
                    .ifPresent(
                        line ->
                            ledger.thinning().stored(new Position(line.position() - 1), 1).stream()
                                .filter(stored -> stored.id().equals(id))
                                .forEach(places::add));
              }
            });
    return places;
  }

  /** Gives the space back, a little at a time. */
  void shrink() throws InterruptedException {
    while (ledger.thinning().shrink()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    while (history.shrink()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  /** What goes for one reason. */
  final class Batch {

    private final String because;
    private final boolean dry;
    private final List<DeliveryId> waiting = new ArrayList<>();
    private long bytes;
    private Dropped dropped;

    Batch(String because, boolean dry) {
      this.because = because;
      this.dry = dry;
      this.dropped = Dropped.nothing(clock.instant(), because);
    }

    void add(Stored stored) throws InterruptedException {
      if (dry) {
        dropped =
            dropped.and(
                new Dropped(
                    clock.instant(), because, stored.keptAt(), stored.keptAt(), 1, stored.bytes()));
        return;
      }
      waiting.add(stored.id());
      bytes += stored.bytes();
      if (waiting.size() >= BATCH || bytes >= BATCH_BYTES) {
        flush();
      }
    }

    void flush() throws InterruptedException {
      marking.lock();
      try {
        waiting.removeIf(id -> registry.marking(id).pinned());
        if (!waiting.isEmpty()) {
          history.drop(waiting.stream().map(DeliveryId::text).toList());
          dropped = dropped.and(ledger.thinning().drop(List.copyOf(waiting), because));
          registry.mark(unmarked());
        }
      } finally {
        marking.unlock();
      }
      waiting.clear();
      bytes = 0;
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    private Map<DeliveryId, Marking> unmarked() {
      var unmarked = new HashMap<DeliveryId, Marking>();
      for (DeliveryId id : waiting) {
        if (!registry.marking(id).equals(Marking.NONE)) {
          unmarked.put(id, Marking.NONE);
        }
      }
      return unmarked;
    }

    Dropped end() throws InterruptedException {
      if (!waiting.isEmpty()) {
        flush();
      }
      return dropped;
    }
  }
}
