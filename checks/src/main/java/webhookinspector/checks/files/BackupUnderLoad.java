package webhookinspector.checks.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import webhookinspector.backup.Backup;
import webhookinspector.backup.Databases;
import webhookinspector.backup.Restore;
import webhookinspector.backup.sqlite.SqliteDatabases;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.checks.forward.Posting;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;

/** Backups of a folder whose receiver acknowledges hundreds of deliveries a second meanwhile. */
public final class BackupUnderLoad implements Check {

  private static final int PER_SECOND = 500;
  private static final double MOST_MILLIS = 250;

  private final Databases databases =
      new SqliteDatabases(Map.of("ledger.db", SqliteLedger.SCHEMA.newest()));

  @Override
  public String name() {
    return "backup-under-load";
  }

  @Override
  public String promise() {
    return "a backup holds every 200 from before it began, and acks do not wait for it";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    int backups = size.of(2, 20);
    int count = size.of(700, 20_000);
    int missing = 0;
    int held = 0;
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
      var posting = new Posting(receiver.port(), count, PER_SECOND, new AtomicInteger());
      CompletableFuture<Void> posted = posting.begin();
      int underLoad = 0;
      for (int turn = 1; turn <= backups; turn++) {
        while (posting.sent() < count * turn / (backups + 1) && !posted.isDone()) {
          TimeUnit.MILLISECONDS.sleep(2);
        }
        List<String> acknowledged = posting.acknowledged();
        Path backup = folder.resolve("backup-" + turn + (turn % 2 == 0 ? ".zip" : ""));
        new Backup(databases, InstantSource.system()).make(data, backup);
        underLoad += posted.isDone() ? 0 : 1;
        Path restored = Files.createDirectory(folder.resolve("restored-" + turn));
        new Restore(databases).restore(backup, restored);
        missing += missing(restored, acknowledged);
        held += acknowledged.size();
      }
      posted.join();
      return Outcome.of(
          missing == 0 && underLoad == backups && posting.p99Millis() < MOST_MILLIS,
          String.format(
              Locale.ROOT,
              "%d backups, %d of them whole while deliveries came; of %,d that had their 200 before,"
                  + " %d missing; each restored and read to its last page; ack p99 %.1f ms",
              backups,
              underLoad,
              held,
              missing,
              posting.p99Millis()));
    }
  }

  private static int missing(Path restored, List<String> acknowledged) {
    try (var ledger =
        SqliteLedger.open(
            restored.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.system())) {
      return (int)
          acknowledged.stream().filter(id -> ledger.find(new DeliveryId(id)).isEmpty()).count();
    }
  }
}
