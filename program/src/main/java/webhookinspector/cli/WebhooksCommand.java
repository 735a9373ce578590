package webhookinspector.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Manages webhooks at Asana. */
@Command(
    name = "webhooks",
    description = "The webhooks at Asana that your token's user and app have.",
    footer = {"Example:", "  inspector webhooks list"},
    subcommands = {
      WebhooksList.class,
      WebhooksShow.class,
      WebhooksHealth.class,
      WebhooksCreate.class,
      WebhooksUpdate.class,
      WebhooksDelete.class
    })
final class WebhooksCommand implements Callable<Integer> {

  private final Console console;
  @Spec CommandSpec spec;

  WebhooksCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.out());
    return Exit.OK;
  }
}
