package webhookinspector.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.web.Naming;

/** Tries again. */
@Command(
    name = "retry",
    description = {
      "Try now: what waits for another try, and what was given up.",
      "For a target that is back."
    },
    footer = {"Example:", "  inspector forward retry"})
final class ForwardRetry implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "TARGET",
      description = "A target's number or address. Default: all of them")
  @Nullable String target;

  @Option(
      names = "--delivery",
      paramLabel = "DELIVERY",
      description = "Only this one of those that were given up.")
  @Nullable String delivery;

  @Mixin AccessOptions options;

  private final Console console;

  ForwardRetry(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Access access = options.open(console)) {
      String id = delivery == null ? null : Naming.find(access.admin(), delivery).line().id();
      int retried = 0;
      for (long number : TargetText.numbers(access.admin(), target)) {
        retried += access.admin().forwarding().retry(number, id);
      }
      console.out().println(retried + " of those that were given up are tried again.");
      return Exit.OK;
    }
  }
}
