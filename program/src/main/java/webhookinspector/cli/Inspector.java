package webhookinspector.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command. */
@Command(
    name = "inspector",
    header = {
      "Webhook Inspector receives, verifies, keeps and explains Asana webhooks. Three to try:",
      "",
      "  inspector demo             the whole job against a local Asana; needs nothing",
      "  inspector listen PROJECT   the same at Asana, with your access token",
      "  inspector list             what has arrived so far",
      "",
    },
    commandListHeading = "%nCommands:%n",
    footer = {"Example:", "  inspector demo --for 20s"})
final class Inspector implements Callable<Integer> {

  /** All commands, in the order in which help shows them; each is called as its class. */
  static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          ListenCommand.class,
          ServeCommand.class,
          PollCommand.class,
          WebhooksCommand.class,
          ListCommand.class,
          ShowCommand.class,
          ExplainCommand.class,
          SearchCommand.class,
          TimelineCommand.class,
          DiffCommand.class,
          ExportCommand.class,
          ImportCommand.class,
          ReplayCommand.class,
          ForwardCommand.class,
          ExpectCommand.class,
          PinCommand.class,
          PruneCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          FiltersCommand.class,
          InboxesCommand.class,
          ReconcileCommand.class,
          HistoryCommand.class,
          VerifyCommand.class,
          SignCommand.class,
          SimulateCommand.class,
          ConformCommand.class,
          CompletionCommand.class);

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where an error came from.")
  boolean debug;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Take options from this TOML file, not from the usual one.")
  @Nullable Path config;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return Exit.OK;
  }

  /** Whether --debug was typed anywhere in the line that a command stands in. */
  static boolean debugIn(CommandSpec any) {
    return any.root().userObject() instanceof Inspector inspector && inspector.debug;
  }
}
