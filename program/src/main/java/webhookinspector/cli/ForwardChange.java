package webhookinspector.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;

/** The commands that change one target. */
final class ForwardChange {

  private static final String WHICH = "A target's number or address, from `forward list`.";

  private ForwardChange() {}

  @Command(
      name = "remove",
      description = "Send nothing more to a target, and forget what it was still to be given.",
      footer = {"Example:", "  inspector forward remove http://localhost:3000/hook"})
  static final class Remove implements Callable<Integer> {

    @Parameters(paramLabel = "TARGET", description = WHICH)
    String target;

    @Mixin AccessOptions options;

    private final Console console;

    Remove(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      try (Access access = options.open(console)) {
        access.admin().forwarding().remove(TargetText.number(access.admin(), target));
        return Exit.OK;
      }
    }
  }

  @Command(
      name = "pause",
      description = "Hold what goes to a target. It waits on disk until `forward resume`.",
      footer = {"Example:", "  inspector forward pause http://localhost:3000/hook"})
  static final class Pause implements Callable<Integer> {

    @Parameters(paramLabel = "TARGET", description = WHICH)
    String target;

    @Mixin AccessOptions options;
    @Mixin OutputOptions output;

    private final Console console;

    Pause(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      return hold(options, console, target, true, output.json());
    }
  }

  @Command(
      name = "resume",
      description = "Let what waits for a paused target go on.",
      footer = {"Example:", "  inspector forward resume http://localhost:3000/hook"})
  static final class Resume implements Callable<Integer> {

    @Parameters(paramLabel = "TARGET", description = WHICH)
    String target;

    @Mixin AccessOptions options;
    @Mixin OutputOptions output;

    private final Console console;

    Resume(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      return hold(options, console, target, false, output.json());
    }
  }

  private static int hold(
      AccessOptions options, Console console, String target, boolean paused, boolean json) {
    try (Access access = options.open(console)) {
      long number = TargetText.number(access.admin(), target);
      var status = access.admin().forwarding().pause(number, paused);
      console.out().println(TargetText.of(status, json));
      return Exit.OK;
    }
  }
}
