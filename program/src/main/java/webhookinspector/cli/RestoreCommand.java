package webhookinspector.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Backups;
import webhookinspector.backup.Manifest;

/** Puts a backup back. */
@Command(
    name = "restore",
    description = {
      "Put a backup into a new data folder, once all of it has been read and found good.",
      "A folder that holds deliveries is never touched. The history is built anew at the next start."
    },
    footer = {"Example:", "  inspector restore monday.zip --data restored"})
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "BACKUP", description = "What `backup` wrote.")
  Path backup;

  @Mixin DataOptions data;

  private final Console console;

  RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Manifest manifest = Backups.restore(backup, data.folder(console), "restore");
    console.out().println(BackupCommand.text("Restored", manifest));
    return Exit.OK;
  }
}
