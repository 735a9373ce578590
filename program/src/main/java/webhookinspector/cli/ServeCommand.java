package webhookinspector.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import webhookinspector.app.Live;
import webhookinspector.app.Settings;

/** Receives and keeps for as long as it runs. */
@Command(
    name = "serve",
    description = {
      "Run receiver and page as a service.",
      "It creates and removes no webhook by itself; the `webhooks` commands do, from other",
      "terminals. SIGTERM ends it in order."
    },
    footer = {"Example:", "  inspector serve --public-url https://inspector.example.com"})
final class ServeCommand implements Callable<Integer> {

  @Mixin StreamOptions stream;
  @Mixin HolderOptions holder;
  @Mixin AsanaOptions asana;

  private final Console console;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = holder.settings(console, asana.access(console), false);
    return holder.live(console, settings).run(Live.Plan.toServe(stream.way()));
  }
}
