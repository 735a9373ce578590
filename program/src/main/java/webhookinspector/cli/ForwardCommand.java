package webhookinspector.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.forward.TargetStatus;
import webhookinspector.web.Refusal;

/** Looks after targets to which deliveries go on by themselves. */
@Command(
    name = "forward",
    description = {
      "Send deliveries on to a target, until it is removed; without --to: show the targets.",
      "Each believable delivery is sent byte for byte, as it came, at least once. It goes to this",
      "machine or to a public address, never to the program's own ports."
    },
    footer = {"Example:", "  inspector forward --to http://localhost:3000/hook action=changed"},
    subcommands = {
      ForwardList.class,
      ForwardChange.Remove.class,
      ForwardChange.Pause.class,
      ForwardChange.Resume.class,
      ForwardDead.class,
      ForwardRetry.class
    })
final class ForwardCommand implements Callable<Integer> {

  @Option(names = "--to", paramLabel = "URL", description = "A target to save.")
  @Nullable String address;

  @Option(
      names = "--header",
      paramLabel = "LINE",
      description = {
        "A header of your own for that target, such as 'X-Api-Key: abc', or 'X-Api-Key: @FILE'",
        "for a value that stands in a file. Again for more."
      })
  List<String> headers = new ArrayList<>();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILTER",
      description = "Send only what it lets through; see docs/filters.md. Default: everything")
  List<String> filter = new ArrayList<>();

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  ForwardCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (address == null && !(filter.isEmpty() && headers.isEmpty())) {
      throw Refusal.badInput(
          "to: missing (expected: where to send what the filter lets through)",
          "Such as: inspector forward --to http://localhost:3000/hook " + String.join(" ", filter));
    }
    try (Access access = options.open(console)) {
      if (address == null) {
        return ForwardList.print(access, console, output.json());
      }
      TargetStatus added =
          access
              .admin()
              .forwarding()
              .add(address, String.join(" ", filter), HeaderLines.read(headers));
      console.out().println(TargetText.of(added, output.json()));
      if (!access.isHeld()) {
        console.err().println("No receiver runs on this folder. It is served once one does.");
      }
      return Exit.OK;
    }
  }
}
