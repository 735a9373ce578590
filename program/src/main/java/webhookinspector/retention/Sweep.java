package webhookinspector.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.History;
import webhookinspector.history.Windows;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.ledger.Dropped;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.Stored;

/**
 * Drops what a policy or a filter no longer lets be kept. Only what the history has read already,
 * so that nothing goes before it was told.
 */
public final class Sweep {

  private static final int PAGE = 500;

  /** A clock may have jumped, so a young one does not end the old ones at once. */
  private static final int YOUNG_IN_A_ROW = 1_000;

  /** Of a row beside its body and headers: columns, indices, the rest of a page. */
  private static final int OVERHEAD = 400;

  /** So much is dropped before it is looked again how much there is. */
  private static final long STEP_BYTES = 8_000_000;

  private final Ledger ledger;
  private final History history;
  private final Holds holds;
  private final Predicate<DeliveryId> pinned;
  private final Dropping dropping;
  private final InstantSource clock;

  public Sweep(
      Ledger ledger,
      History history,
      Holds holds,
      Predicate<DeliveryId> pinned,
      Dropping dropping,
      InstantSource clock) {
    this.ledger = ledger;
    this.history = history;
    this.holds = holds;
    this.pinned = pinned;
    this.dropping = dropping;
    this.clock = clock;
  }

  /**
   * Applies a policy.
   *
   * @param dry whether only to look what would go
   * @return what was dropped, one for each limit that asked for it; empty if none did
   */
  public List<Dropped> run(Policy policy, boolean dry) throws InterruptedException {
    var all = new ArrayList<Dropped>();
    if (policy.age() != null) {
      all.add(byAge(policy.age(), dry));
    }
    if (policy.count() != null) {
      all.add(byCount(policy.count(), dry));
    }
    if (policy.bytes() != null) {
      all.add(bySize(policy.bytes(), dry));
    }
    return finished(all, dry);
  }

  /**
   * Drops what matches a filter. The filter itself is not remembered: its words may be what is to
   * be forgotten.
   */
  public List<Dropped> matching(FilterExpression filter, boolean dry) throws InterruptedException {
    Holds.Needed needed = holds.now();
    var batch = dropping.begin("by hand, by a filter", dry);
    for (var windows = new Windows(history, filter, bound(needed)); windows.more(); ) {
      for (String id : windows.next()) {
        var delivery = new DeliveryId(id);
        if (!needed.deliveries().contains(delivery) && !pinned.test(delivery)) {
          Optional<Stored> stored = history.find(id).map(line -> stored(delivery, line));
          if (stored.isPresent()) {
            batch.add(stored.get());
          }
        }
      }
    }
    return finished(List.of(batch.end()), dry);
  }

  private static Stored stored(DeliveryId id, DeliveryLine line) {
    return new Stored(new Position(line.position()), id, line.receivedAt(), line.size(), false);
  }

  private List<Dropped> finished(List<Dropped> all, boolean dry) throws InterruptedException {
    List<Dropped> some = all.stream().filter(one -> one.deliveries() > 0).toList();
    if (!dry && !some.isEmpty()) {
      dropping.shrink();
    }
    return some;
  }

  private Dropped byAge(Duration age, boolean dry) throws InterruptedException {
    Instant end = clock.instant().minus(age);
    var batch = dropping.begin("older than " + Amount.age(age), dry);
    int young = 0;
    for (var walk = new Walk(); young < YOUNG_IN_A_ROW && walk.hasNext(); ) {
      Stored stored = walk.next();
      if (!stored.keptAt().isBefore(end)) {
        young++;
      } else if (walk.droppable(stored)) {
        young = 0;
        batch.add(stored);
      }
    }
    return batch.end();
  }

  private Dropped byCount(long most, boolean dry) throws InterruptedException {
    var batch = dropping.begin(String.format(Locale.ROOT, "more than %,d deliveries", most), dry);
    var walk = new Walk();
    long excess = ledger.thinning().extent().deliveries() - pinnedPlaces().size() - most;
    while (excess > 0 && walk.hasNext()) {
      Stored stored = walk.next();
      if (!stored.quarantined() && walk.droppable(stored)) {
        excess--;
        batch.add(stored);
      }
    }
    return batch.end();
  }

  private Dropped bySize(long most, boolean dry) throws InterruptedException {
    var batch = dropping.begin("more than " + Amount.size(most), dry);
    var walk = new Walk();
    long estimated = 0;
    long since = 0;
    long held = pinnedPlaces().stream().mapToLong(stored -> stored.bytes() + OVERHEAD).sum();
    long excess = ledger.thinning().extent().bytes() - held - most;
    while (excess > estimated && walk.hasNext()) {
      Stored stored = walk.next();
      if (!stored.quarantined() && walk.droppable(stored)) {
        batch.add(stored);
        estimated += stored.bytes() + OVERHEAD;
        since += stored.bytes() + OVERHEAD;
      }
      if (since >= STEP_BYTES && !dry) {
        batch.flush();
        excess = ledger.thinning().extent().bytes() - held - most;
        estimated = 0;
        since = 0;
      }
    }
    return batch.end();
  }

  private List<Stored> pinnedPlaces() {
    return dropping.pinnedPlaces().stream().filter(stored -> !stored.quarantined()).toList();
  }

  /** The newest entry stays in the ledger, so it stays everywhere. */
  private Position bound(Holds.Needed needed) {
    Position indexed = history.indexed();
    Position last = new Position(Math.max(0, ledger.last().number() - 1));
    Position known = indexed.isAfter(last) ? last : indexed;
    return known.isAfter(needed.behind()) ? needed.behind() : known;
  }

  /** From the oldest to the newest that may go. */
  private final class Walk {

    private final Holds.Needed needed = holds.now();
    private final Position bound = bound(needed);
    private List<Stored> page = List.of();
    private int next;
    private Position at = Position.START;

    boolean hasNext() {
      if (next == page.size()) {
        page = ledger.thinning().stored(at, PAGE);
        next = 0;
      }
      return next < page.size() && !page.get(next).position().isAfter(bound);
    }

    Stored next() {
      Stored stored = page.get(next++);
      at = stored.position();
      return stored;
    }

    boolean droppable(Stored stored) {
      return !needed.deliveries().contains(stored.id()) && !pinned.test(stored.id());
    }
  }
}
