package webhookinspector.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.asana.ResourceAddress;
import webhookinspector.web.NewWebhook;
import webhookinspector.web.WebhookLine;

/** Creates a webhook that stays. */
@Command(
    name = "create",
    description = {
      "Create a webhook that stays, and an inbox for it.",
      "The running receiver of the folder shakes hands; without one, this command does it itself",
      "and needs --public-url or --tunnel for that."
    },
    footer = {
      "Example:",
      "  inspector webhooks create 1201234567890123 --filter 'resource_type=task,action=added'"
    })
final class WebhooksCreate implements Callable<Integer> {

  @Parameters(
      paramLabel = "RESOURCE",
      description = "What to watch: a gid, or the address in the browser.")
  String resource;

  @Mixin FilterOptions filters;
  @Mixin WebhookOptions options;
  @Mixin ReceiverOptions receiver;
  @Mixin OutputOptions output;

  private final Console console;

  WebhooksCreate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var wanted = new NewWebhook(ResourceAddress.gid(resource), filters.parsed());
    try (Access access = Access.receiving(options.settings(console, receiver.listening(false)))) {
      WebhookLine created = access.admin().create(wanted);
      var text = new WebhookText(console.surroundings(), output.json());
      console.out().println(text.whole(created));
      console
          .err()
          .println(
              "It stays until you type: inspector webhooks delete "
                  + created.webhook().gid()
                  + "\nAsana deletes it after 24 h without a receiver: keep `inspector serve`"
                  + " running.");
      return Exit.OK;
    }
  }
}
