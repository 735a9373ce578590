package webhookinspector.ledger;

import java.util.Optional;

/**
 * How the ledger is doing.
 *
 * @param trouble why appends fail, one line with the next step, or empty when they work
 * @param commits since start, each one sync of the disk
 * @param kept deliveries appended since start
 * @param notQueued deliveries that found no room in the quarantine's queue since start
 */
public record LedgerHealth(Optional<String> trouble, long commits, long kept, long notQueued) {

  /** Whether the next append is expected to work. */
  public boolean well() {
    return trouble.isEmpty();
  }
}
