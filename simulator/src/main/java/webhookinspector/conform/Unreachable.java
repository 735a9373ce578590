package webhookinspector.conform;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Nobody answers at the target, so there is nothing to judge. The message says what to do next. */
public final class Unreachable extends Exception {

  private static final long serialVersionUID = 1;

  private final String says;

  private Unreachable(String says, @Nullable Throwable cause) {
    super(says, cause);
    this.says = says;
  }

  @Override
  public String getMessage() {
    return says;
  }

  static Unreachable nobodyThere(URI target, String because, Throwable cause) {
    return new Unreachable(
        "target: "
            + target
            + ": "
            + because
            + " (expected: a receiver that listens)\n"
            + "Start your receiver first, or let the kit start it with --start COMMAND.",
        cause);
  }

  static Unreachable somebodyThere(URI target) {
    return new Unreachable(
        "target: "
            + target
            + " is answered already (expected: nobody before --start)\n"
            + "Stop what listens there, or leave --start out.",
        null);
  }

  static Unreachable startFailed(String command, String because, String output) {
    return new Unreachable(
        "start: "
            + command
            + ": "
            + because
            + " (expected: a receiver that listens at the target)\n"
            + (output.isBlank() ? "It wrote nothing." : "It wrote last:\n" + output.strip())
            + "\nRun the command by hand to see more.",
        null);
  }

  static Unreachable notListening(URI target, Duration waited) {
    return new Unreachable(
        "target: "
            + target
            + " does not listen "
            + waited.toSeconds()
            + " s after the start (expected: a receiver that listens)\n"
            + "Check that the command listens on this port, or give it longer.",
        null);
  }

  static Unreachable notTold(String because) {
    return new Unreachable(
        because.strip() + "\nRun that command by hand while the receiver runs, and mend it.", null);
  }
}
