package webhookinspector.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.IncompleteExecutionException;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/**
 * Keeps what runs in JUnit's store, which closes it at the end of its class or test, whatever
 * happens there.
 */
record Keeper(Namespace namespace) {

  private static final String KEY = "asana";

  /** The one that runs for this class or one around it; started if there is none. */
  RunningAsana started(ExtensionContext context, SimulatorSettings settings) {
    return running(context).orElseGet(() -> startedAnew(context, settings));
  }

  /** One for this class or test alone. */
  RunningAsana startedAnew(ExtensionContext context, SimulatorSettings settings) {
    var asana = new RunningAsana(Simulator.start(settings), settings);
    context.getStore(namespace).put(KEY, asana);
    return asana;
  }

  Optional<RunningAsana> running(ExtensionContext context) {
    return Optional.ofNullable(context.getStore(namespace).get(KEY, RunningAsana.class));
  }

  /** A failure of the test or class carries the story from now on. */
  void tellFailure(ExtensionContext context) {
    context
        .getExecutionException()
        .filter(failure -> !(failure instanceof IncompleteExecutionException))
        .ifPresent(failure -> running(context).ifPresent(asana -> tell(failure, asana)));
  }

  private static void tell(Throwable failure, RunningAsana asana) {
    for (Throwable known : failure.getSuppressed()) {
      if (known instanceof AsanaStory) {
        return;
      }
    }
    failure.addSuppressed(new AsanaStory(asana.story()));
  }
}
