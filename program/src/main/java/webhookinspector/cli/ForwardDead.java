package webhookinspector.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.outbox.Letter;
import webhookinspector.web.Refusal;

/** Shows what was given up. */
@Command(
    name = "dead",
    description = {
      "Show deliveries that a target did not take in ten tries, or within 24 hours.",
      "They are not tried again by themselves: `inspector forward retry` does."
    },
    footer = {"Example:", "  inspector forward dead"})
final class ForwardDead implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "TARGET",
      description = "A target's number or address. Default: all of them")
  @Nullable String target;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "The newest so many of each target, 1 to 1000. Default: 50")
  int limit;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  ForwardDead(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > 1_000) {
      throw Refusal.badInput("limit: " + limit + " (expected: 1 to 1000)", "");
    }
    try (Access access = options.open(console)) {
      int found = 0;
      for (long number : TargetText.numbers(access.admin(), target)) {
        for (Letter letter : access.admin().forwarding().dead(number, limit)) {
          console.out().println(TargetText.of(letter, console.surroundings(), output.json()));
          found++;
        }
      }
      if (found == 0) {
        console.err().println("There is none.");
      }
      return Exit.OK;
    }
  }
}
