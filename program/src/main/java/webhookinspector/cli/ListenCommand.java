package webhookinspector.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.AsanaAccess;
import webhookinspector.app.Live;
import webhookinspector.app.Settings;
import webhookinspector.subscription.Filter;

/** The main job: watch something at Asana. */
@Command(
    name = "listen",
    description = {
      "Watch projects, tasks and other resources at Asana.",
      "Creates the webhooks, shakes hands, keeps and shows what arrives, and at the end removes",
      "exactly these webhooks."
    },
    footer = {"Example:", "  inspector listen 1201234567890123 --tunnel ngrok"})
final class ListenCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "RESOURCE",
      description = "What to watch: gids, or addresses in the browser. Default: ASANA_PROJECT")
  List<String> resources = new ArrayList<>();

  @Option(
      names = "--filter",
      paramLabel = "FILTER",
      description = {
        "Let only such events through, for example",
        "resource_type=task,action=changed,fields=due_on+assignee. Given again: or."
      })
  List<String> filters = new ArrayList<>();

  @Option(names = "--keep", description = "Leave the webhooks at Asana at the end.")
  boolean keep;

  @Mixin StreamOptions stream;
  @Mixin HolderOptions holder;
  @Mixin AsanaOptions asana;

  private final Console console;

  ListenCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    AsanaAccess access = asana.access(console);
    var plan =
        new Live.Plan(
            stream.way(),
            Resources.gids(resources, access.project()),
            filters.stream().map(Filter::parse).toList(),
            keep,
            null,
            false,
            "",
            false,
            Live.NOTHING);
    Settings settings = holder.settings(console, access, false);
    return holder.live(console, settings).run(plan);
  }
}
