package webhookinspector.cli;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import webhookinspector.app.AccessToken;
import webhookinspector.app.AsanaAccess;
import webhookinspector.app.Demo;
import webhookinspector.app.Settings;

/** The whole job against the built-in simulator. */
@Command(
    name = "demo",
    description = {
      "See the whole job, against a local Asana. Needs no token and no network.",
      "A webhook is created, hands are shaken, a small team goes to work, deliveries appear.",
      "Where the usual ports are taken, free ones are used."
    },
    footer = {"Example:", "  inspector demo --for 20s"})
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "End by itself after so long, such as 20s or 2m.")
  @Nullable Duration atMost;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed makes the same team do the same things. Default: 1")
  long seed;

  @Mixin StreamOptions stream;
  @Mixin HolderOptions holder;

  private final Console console;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var nobody = AccessToken.from(null, console.surroundings(), InputStream.nullInputStream());
    var asana = AsanaAccess.of(null, false, nobody, console.surroundings());
    Settings settings = holder.settings(console, asana, true);
    return Demo.run(settings, seed, stream.way(), atMost, local -> holder.live(console, local));
  }
}
