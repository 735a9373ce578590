package webhookinspector.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import webhookinspector.app.Access;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineJson;
import webhookinspector.web.Naming;

/** Sends one delivery again. */
@Command(
    name = "replay",
    description = {
      "Send a kept delivery again, byte for byte, with its original signature.",
      "It goes to this machine or to a public address, never to the program's own ports;"
          + " a redirect is not followed."
    },
    footer = {"Example:", "  inspector replay 42 --to http://localhost:3000/hook"})
final class ReplayCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DELIVERY",
      description = "A number or an id from `list`, or the start of an id.")
  String delivery;

  @Option(names = "--to", paramLabel = "URL", required = true, description = "Where to send it.")
  String target;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Access access = options.open(console)) {
      String id = Naming.find(access.admin(), delivery).line().id();
      Line.OfAttempt attempt = access.admin().replay(id, target);
      console.out().println(output.json() ? LineJson.write(attempt) : sentence(attempt));
      return taken(attempt.status()) ? Exit.OK : Exit.NO;
    }
  }

  /** As Asana counts (webhooks guide). */
  private static boolean taken(@Nullable Integer status) {
    return status != null && (status == 200 || status == 204);
  }

  private static String sentence(Line.OfAttempt attempt) {
    String came = attempt.status() == null ? "no answer" : "answered " + attempt.status();
    String why = attempt.because() == null ? "" : ": " + Plain.text(attempt.because());
    return attempt.delivery() + " sent again: " + came + " after " + attempt.millis() + " ms" + why;
  }
}
