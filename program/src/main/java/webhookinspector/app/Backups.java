package webhookinspector.app;

import java.io.IOException;
import java.nio.file.Path;
import webhookinspector.backup.Backup;
import webhookinspector.backup.BadBackup;
import webhookinspector.backup.Manifest;
import webhookinspector.backup.Restore;
import webhookinspector.backup.sqlite.SqliteDatabases;
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
        () -> new Backup(new SqliteDatabases(), surroundings.clock()).make(folder.path(), target));
  }

  /** Reads all of one and changes nothing. */
  public static Manifest check(Path backup) {
    return orRefuse(
        "backup: " + backup,
        "Use another backup; this one is not whole.",
        () -> new Restore(new SqliteDatabases()).check(backup));
  }

  /** Puts one back into a folder that nobody has used yet. */
  public static Manifest restore(Path backup, DataFolder folder, String command) {
    try (FolderLock _ = Holding.take(folder, command)) {
      return orRefuse(
          "restore: " + backup,
          "Name a new folder with --data DIR.",
          () -> new Restore(new SqliteDatabases()).restore(backup, folder.path()));
    }
  }

  private static Manifest orRefuse(String what, String next, Doing doing) {
    try {
      return doing.now();
    } catch (BadBackup e) {
      throw Refusal.badInput(what + ": " + e.getMessage(), next);
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Code.NOT_KEPT,
          what + ": " + e.getClass().getSimpleName() + ", " + e.getMessage(),
          next);
    }
  }
}
