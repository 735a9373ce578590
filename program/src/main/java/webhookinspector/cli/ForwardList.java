package webhookinspector.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import webhookinspector.app.Access;
import webhookinspector.forward.TargetStatus;

/** Lists targets. */
@Command(
    name = "list",
    description = "Show the targets, how each is doing, and what waits for it.",
    footer = {"Example:", "  inspector forward list --output json"})
final class ForwardList implements Callable<Integer> {

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  ForwardList(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Access access = options.open(console)) {
      return print(access, console, output.json());
    }
  }

  static int print(Access access, Console console, boolean json) {
    List<TargetStatus> targets = access.admin().forwarding().targets();
    targets.forEach(target -> console.out().println(TargetText.of(target, json)));
    if (targets.isEmpty()) {
      console.err().println("There is none yet. `inspector forward --to URL` adds one.");
    }
    return Exit.OK;
  }
}
