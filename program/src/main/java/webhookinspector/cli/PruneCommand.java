package webhookinspector.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.ledger.Dropped;
import webhookinspector.retention.Amount;
import webhookinspector.retention.Policy;
import webhookinspector.web.NewPruning;
import webhookinspector.web.RetainingJson;

/** Drops what is no longer wanted, once. */
@Command(
    name = "prune",
    description = {
      "Drop deliveries for good: by age, by number, by size, or what matches a filter. What is",
      "pinned stays, and what waits to be sent on. What was dropped, from when and why, stays",
      "on record. For a service: `serve --keep-for 30d` does it by itself."
    },
    footer = {"Example:", "  inspector prune --older-than 30d --dry-run"})
final class PruneCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILTER",
      description = "Only such deliveries; see docs/filters.md.")
  List<String> filter = new ArrayList<>();

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      converter = KeepOptions.Age.class,
      description = "Those that came longer ago, such as 30d.")
  @Nullable Duration age;

  @Option(
      names = "--keep-count",
      paramLabel = "N",
      description = "The oldest, until no more than so many are left.")
  @Nullable Long count;

  @Option(
      names = "--keep-size",
      paramLabel = "SIZE",
      converter = KeepOptions.Bytes.class,
      description = "The oldest, until they take no more than that, such as 5GB.")
  @Nullable Long bytes;

  @Option(names = "--dry-run", description = "Only say what would go.")
  boolean dryRun;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  PruneCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var wanted = new NewPruning(String.join(" ", filter), new Policy(age, count, bytes), dryRun);
    try (Access access = options.open(console)) {
      List<Dropped> dropped = access.admin().retaining().prune(wanted);
      if (output.json()) {
        console.out().println(RetainingJson.dropped(dropped));
      } else if (dropped.isEmpty()) {
        console.out().println("Nothing to drop.");
      } else {
        dropped.forEach(one -> console.out().println(text(one)));
      }
      return Exit.OK;
    }
  }

  private String text(Dropped dropped) {
    return Plain.text(
        String.format(
            Locale.ROOT,
            "%s %,d deliveries (%s) from %s to %s: %s",
            dryRun ? "Would drop" : "Dropped",
            dropped.deliveries(),
            Amount.size(dropped.bytes()),
            dropped.from(),
            dropped.to(),
            dropped.because()));
  }
}
