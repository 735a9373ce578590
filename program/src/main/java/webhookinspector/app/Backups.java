package webhookinspector.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import webhookinspector.backup.Backup;
import webhookinspector.backup.BadBackup;
import webhookinspector.backup.Databases;
import webhookinspector.backup.Manifest;
import webhookinspector.backup.Restore;
import webhookinspector.backup.sqlite.SqliteDatabases;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.outbox.sqlite.SqliteOutbox;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.storage.Reason;
import webhookinspector.web.Refusal;

/**
 * Backups of a data folder. They read its files themselves, whether or not somebody holds it: a
 * copy asks nobody, and so also works when the holder does not answer.
 */
public final class Backups {

  private Backups() {}

  private interface Doing {
    Manifest now() throws IOException;
  }

  /** Makes one. */
  public static Manifest make(DataFolder folder, Path target, Surroundings surroundings) {
    return orRefuse(
        "backup: " + target,
        "Name another place that does not exist yet, on a disk with room.",
        () -> new Backup(databases(), surroundings.clock()).make(folder.path(), target));
  }

  /** Reads all of one and changes nothing. */
  public static Manifest check(Path backup) {
    return orRefuse(
        "backup: " + backup,
        "Use another backup; this one is not whole.",
        () -> new Restore(databases()).check(backup));
  }

  /** Puts one back into a folder that nobody has used yet. */
  public static Manifest restore(Path backup, DataFolder folder, String command) {
    try (FolderLock _ = Holding.take(folder, command)) {
      return orRefuse(
          "restore: " + backup,
          "Name a new folder with --data DIR.",
          () -> new Restore(databases()).restore(backup, folder.path()));
    }
  }

  private static Databases databases() {
    return new SqliteDatabases(
        Map.of(
            "ledger.db",
            SqliteLedger.SCHEMA.newest(),
            "registry.db",
            SqliteRegistry.SCHEMA.newest(),
            "outbox.db",
            SqliteOutbox.SCHEMA.newest()));
  }

  private static Manifest orRefuse(String what, String next, Doing doing) {
    try {
      return doing.now();
    } catch (BadBackup e) {
      throw Refusal.badInput(what + ": " + e.getMessage(), next);
    } catch (IOException e) {
      throw new Refusal(Refusal.Code.NOT_KEPT, what + ": " + Reason.of(e), next);
    }
  }
}
