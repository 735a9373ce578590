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

/** The events endpoint instead of a webhook. */
@Command(
    name = "poll",
    description = {
      "Ask Asana for the events of projects, tasks and goals, instead of having webhooks.",
      "Needs no public address. The same view and history; goes on where the last run left off,",
      "and tells a gap where that was more than 24 hours ago.",
      "Where the usual ports are taken, free ones are used."
    },
    footer = {"Example:", "  inspector poll 1201234567890123"})
final class PollCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "RESOURCE",
      description = "What to ask about: gids, or addresses in the browser. Default: ASANA_PROJECT")
  List<String> resources = new ArrayList<>();

  @Option(
      names = "--once",
      description = "Fetch what there is since the last time, and end. The first time begins.")
  boolean once;

  @Mixin HolderOptions holder;
  @Mixin AsanaOptions asana;

  private final Console console;

  PollCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    AsanaAccess access = asana.access(console);
    List<String> gids = Resources.gids(resources, access.project());
    Settings settings = holder.settings(console, access, true);
    return holder.live(console, settings).run(Live.Plan.toPoll(gids, once));
  }
}
