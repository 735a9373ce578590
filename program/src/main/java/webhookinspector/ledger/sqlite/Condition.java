package webhookinspector.ledger.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.LedgerHealth;

/** How the ledger is doing, written by the writer and the callers, read by anybody. */
final class Condition {

  private volatile @Nullable String trouble;
  private final LongAdder commits = new LongAdder();
  private final LongAdder kept = new LongAdder();
  private final LongAdder notQueued = new LongAdder();

  void well() {
    trouble = null;
  }

  void unwell(String because) {
    trouble = because;
  }

  void committed(List<Entry> entries) {
    commits.increment();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Kept) {
        kept.increment();
      }
    }
  }

  void droppedJunk() {
    notQueued.increment();
  }

  LedgerHealth report() {
    return new LedgerHealth(
        Optional.ofNullable(trouble), commits.sum(), kept.sum(), notQueued.sum());
  }
}
