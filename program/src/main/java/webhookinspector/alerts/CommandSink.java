package webhookinspector.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import webhookinspector.command.Command;
import webhookinspector.feed.LineJson;
import webhookinspector.inspection.Harmless;
import webhookinspector.registry.Alert;

/**
 * Runs a command of the operator's for each alert, one at a time. The alert stands on its standard
 * input, as one line of JSON; nothing of it is ever an argument or a variable, where a shell could
 * obey it.
 */
public final class CommandSink implements Sink {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Command command;

  /**
   * @param command for {@code /bin/sh -c}
   * @param hidden variables of ours that it must not inherit, such as those with a token
   */
  public CommandSink(String command, Set<String> hidden) {
    this(command, hidden, PATIENCE);
  }

  CommandSink(String command, Set<String> hidden, Duration patience) {
    this.command = new Command(List.of("/bin/sh", "-c", command), hidden, patience);
  }

  @Override
  public String name() {
    return "the alert command";
  }

  @Override
  public void pass(Alert alert) throws NotPassed, InterruptedException {
    Command.Ending ending = command.run(LineJson.write(Alerts.line(alert)) + "\n");
    if (!ending.well()) {
      throw new NotPassed(Harmless.text(ending.because()));
    }
  }
}
