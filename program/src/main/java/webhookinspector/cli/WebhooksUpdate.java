package webhookinspector.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.subscription.Filter;
import webhookinspector.web.Refusal;
import webhookinspector.web.WebhookLine;

/** Replaces the filters of a webhook. */
@Command(
    name = "update",
    description = {
      "Replace all filters of a webhook, and show what was replaced.",
      "Asana can change nothing else of it: for another target, delete it and create a new one."
    },
    footer = {
      "Example:",
      "  inspector webhooks update 1200000000000900 --filter 'resource_type=task,action=added'"
    })
final class WebhooksUpdate implements Callable<Integer> {

  @Parameters(paramLabel = "GID", description = "Of the webhook, from `webhooks list`.")
  String gid;

  @Mixin FilterOptions filters;

  @Option(names = "--no-filter", description = "Take all filters away: everything comes through.")
  boolean none;

  @Mixin WebhookOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  WebhooksUpdate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Filter> wanted = wanted();
    try (Access access = options.open(console)) {
      List<Filter> before = access.admin().webhook(WebhookText.gid(gid)).webhook().filters();
      WebhookLine after = access.admin().update(gid, wanted);
      var text = new WebhookText(console.surroundings(), output.json());
      if (output.json()) {
        console.out().println(text.whole(after));
      } else {
        text.difference(before, after.webhook().filters()).forEach(console.out()::println);
      }
      return Exit.OK;
    }
  }

  private List<Filter> wanted() {
    if (none == !filters.filters.isEmpty()) {
      throw Refusal.badInput(
          "filter: "
              + (none ? "given together with --no-filter" : "none")
              + " (expected: --filter FILTER, or --no-filter alone to take all away)",
          "The list that you give replaces the whole list at Asana.");
    }
    return filters.parsed();
  }
}
