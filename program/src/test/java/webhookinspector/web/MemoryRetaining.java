package webhookinspector.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import webhookinspector.feed.Examples;
import webhookinspector.ledger.Dropped;
import webhookinspector.ledger.Extent;
import webhookinspector.retention.Policy;

/**
 * A {@link Retaining} that only says what it would drop.
 *
 * @param changed told of each drop
 */
record MemoryRetaining(Runnable changed) implements Retaining {

  @Override
  public Now now() {
    var policy = new Policy(Duration.ofDays(30), null, 5_000_000_000L);
    return new Now(policy, new Extent(7, 4_096), List.of(dropped("more than 5.0 GB")));
  }

  @Override
  public List<Dropped> prune(NewPruning wanted) {
    if (!wanted.dryRun()) {
      changed.run();
    }
    return List.of(dropped(wanted.toString()));
  }

  private static Dropped dropped(String because) {
    return new Dropped(Examples.NOON, because, Instant.EPOCH, Examples.NOON, 3, 999);
  }
}
