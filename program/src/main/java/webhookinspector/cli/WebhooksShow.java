package webhookinspector.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;

/** Shows one webhook. */
@Command(
    name = "show",
    description = "Show one webhook and how it is doing, fresh from Asana.",
    footer = {"Example:", "  inspector webhooks show 1200000000000900"})
final class WebhooksShow implements Callable<Integer> {

  @Parameters(paramLabel = "GID", description = "Of the webhook, from `webhooks list`.")
  String gid;

  @Mixin WebhookOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  WebhooksShow(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Access access = options.open(console)) {
      var text = new WebhookText(console.surroundings(), output.json());
      console.out().println(text.whole(access.admin().webhook(WebhookText.gid(gid))));
      return Exit.OK;
    }
  }
}
