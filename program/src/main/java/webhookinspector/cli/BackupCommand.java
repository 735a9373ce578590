package webhookinspector.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Backups;
import webhookinspector.backup.Manifest;

/** Copies a data folder while it is in use. */
@Command(
    name = "backup",
    description = {
      "Copy a data folder, also while a service runs on it: into a folder, or into one file whose",
      "name ends with .zip. It is checked before it counts. Secrets are in it: keep it to",
      "yourself. See docs/backup.md."
    },
    footer = {"Example:", "  inspector backup monday.zip"})
final class BackupCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "TARGET",
      description = "Where to; must not exist yet. With --check: what to check.")
  Path target;

  @Option(
      names = "--check",
      description = "Read all of an older backup instead, and say if it is good.")
  boolean check;

  @Mixin DataOptions data;

  private final Console console;

  BackupCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Manifest manifest =
        check
            ? Backups.check(target)
            : Backups.make(data.folder(console), target, console.surroundings());
    console.out().println(text(check ? "Good" : "Wrote " + target, manifest));
    return Exit.OK;
  }

  static String text(String what, Manifest manifest) {
    return Plain.text(
        String.format(
            Locale.ROOT,
            "%s: %,d deliveries, %,d inboxes, as of %s",
            what,
            manifest.rows("ledger.db", "delivery"),
            manifest.rows("registry.db", "inbox"),
            manifest.madeAt()));
  }
}
