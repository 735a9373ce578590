package webhookinspector.ledger;

import java.time.Duration;

/**
 * How much a ledger takes on.
 *
 * @param waiting deliveries that may wait for the disk at once; one more is not kept
 * @param waitingBytes the same, counted in body bytes
 * @param quarantined deliveries that nobody may believe; the oldest make room
 * @param quarantinedBytes the same, counted in body bytes
 * @param patience how long an append waits for somebody else's lock on the file before it fails
 */
public record LedgerSettings(
    int waiting, long waitingBytes, int quarantined, long quarantinedBytes, Duration patience) {

  /** 10,000 or 64 MB in the queue, 1,000 or 20 MB in the quarantine, 2 s on a lock. */
  public static final LedgerSettings DEFAULTS =
      new LedgerSettings(10_000, 64_000_000, 1_000, 20_000_000, Duration.ofSeconds(2));

  public LedgerSettings {
    positive("waiting", waiting);
    positive("waitingBytes", waitingBytes);
    positive("quarantined", quarantined);
    positive("quarantinedBytes", quarantinedBytes);
    positive("patience", patience.toMillis());
  }

  private static void positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1)");
    }
  }
}
