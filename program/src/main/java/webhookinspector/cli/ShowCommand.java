package webhookinspector.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.web.AdminJson;
import webhookinspector.web.DeliveryDetail;
import webhookinspector.web.Naming;
import webhookinspector.web.Refusal;

/** Shows one delivery. */
@Command(
    name = "show",
    description = {
      "Show one delivery: what happened, whether to believe it and why, headers, body.",
      "The body is laid out for reading; --raw gives the bytes that came."
    },
    footer = {"Example:", "  inspector show 42"})
final class ShowCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DELIVERY",
      description = "A number or an id from `list`, or the start of an id.")
  String delivery;

  @Option(
      names = "--raw",
      description = "Write the body, byte for byte, and nothing else. Not to a terminal.")
  boolean raw;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (raw && console.surroundings().onTerminal()) {
      throw Refusal.badInput(
          "raw: standard output is a terminal, which would obey what is in there"
              + " (expected: a file or a pipe)",
          "Such as: inspector show " + delivery + " --raw > body.json");
    }
    try (Access access = options.open(console)) {
      DeliveryDetail detail = Naming.find(access.admin(), delivery);
      if (raw) {
        console.bytes().write(detail.body().toBytes());
        console.bytes().flush();
      } else if (output.json()) {
        console.out().println(AdminJson.detail(detail));
      } else {
        new ShowText(console.surroundings()).lines(detail).forEach(console.out()::println);
      }
      return Exit.OK;
    }
  }
}
