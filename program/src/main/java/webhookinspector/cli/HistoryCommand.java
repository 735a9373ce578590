package webhookinspector.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import webhookinspector.app.Access;

/** Looks after the history as a whole. */
@Command(
    name = "history",
    description = "Look after the history, which is built from the ledger.",
    footer = {"Example:", "  inspector history rebuild"},
    subcommands = HistoryCommand.Rebuild.class)
final class HistoryCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  private final Console console;

  HistoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.out());
    return Exit.OK;
  }

  @Command(
      name = "rebuild",
      description = {
        "Forget the history and build it again from the ledger.",
        "No delivery is touched. Nobody else may hold the folder meanwhile."
      },
      footer = {"Example:", "  inspector history rebuild"})
  static final class Rebuild implements Callable<Integer> {

    @Mixin AccessOptions options;

    private final Console console;

    Rebuild(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
      long deliveries = Access.rebuildHistory(options.settings(console));
      console.out().println("The history holds " + deliveries + " deliveries again.");
      return Exit.OK;
    }
  }
}
