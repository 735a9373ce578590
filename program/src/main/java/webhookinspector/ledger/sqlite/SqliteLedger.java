package webhookinspector.ledger.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerHealth;
import webhookinspector.ledger.LedgerSettings;

/** A {@link Ledger} in one SQLite file. */
public final class SqliteLedger implements Ledger {

  private SqliteLedger() {}

  /**
   * Opens the file, or makes it.
   *
   * @throws webhookinspector.storage.StorageRefused if it is broken, locked, newer than this
   *     program, or cannot be written durably
   */
  public static SqliteLedger open(Path file, LedgerSettings settings, InstantSource clock) {
    return new SqliteLedger();
  }

  @Override
  public Position append(Judged delivery) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void quarantine(Judged delivery) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public Position judgeAgain(DeliveryId delivery, Judgement judgement) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public List<Entry> read(Position after, int limit, Duration patience) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public Optional<Entry.Kept> find(DeliveryId delivery) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public Position last() {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public LedgerHealth health() {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void close() {}
}
