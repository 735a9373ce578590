package webhookinspector.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.inspection.Difference;
import webhookinspector.web.Admin;
import webhookinspector.web.DifferenceJson;
import webhookinspector.web.Finding;
import webhookinspector.web.Naming;

/** Compares two deliveries. */
@Command(
    name = "diff",
    description = {
      "Compare two deliveries: events by what they are about, JSON by its meaning,",
      "numbers by their digits, headers by name. Says so if only the writing differs.",
      "With one delivery: how it differs from the one before about the same resource."
    },
    footer = {"Example:", "  inspector diff 4 5"})
final class DiffCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "DELIVERY",
      description = "A number or an id from `list`, or the start of an id.")
  String first;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "Another one; what differs is told from the first to this one.")
  @Nullable String second;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Access access = options.open(console)) {
      Difference difference = difference(access.admin());
      if (output.json()) {
        console.out().println(DifferenceJson.write(difference));
      } else {
        output.output(console).difference(difference, console.surroundings());
      }
      return Exit.OK;
    }
  }

  private Difference difference(Admin admin) {
    String one = Naming.find(admin, first).line().id();
    return second == null
        ? admin.finding().difference(Finding.PREVIOUS, one)
        : admin.finding().difference(one, Naming.find(admin, second).line().id());
  }
}
