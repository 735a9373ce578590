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
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.web.Markings;
import webhookinspector.web.Naming;

/** Pins a delivery, or lets it go; writes a note on it. */
@Command(
    name = "pin",
    description = {
      "Pin a delivery: neither retention nor the quarantine's quota removes it then.",
      "`inspector list pinned=yes` shows what is pinned."
    },
    footer = {"Example:", "  inspector pin 42 --note why-twice"})
final class PinCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DELIVERY",
      description = "A number or an id from `list`, or the start of an id.")
  String delivery;

  @Option(names = "--off", description = "Let it go again. Its note stays.")
  boolean off;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "Write this on it; '' takes a note off. Words are looked for in notes, too.")
  @Nullable String note;

  @Mixin AccessOptions options;
  @Mixin OutputOptions output;

  private final Console console;

  PinCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Access access = options.open(console)) {
      String id = Naming.find(access.admin(), delivery).line().id();
      Markings markings = access.admin().markings();
      DeliveryLine line = markings.pin(id, !off);
      if (note != null) {
        line = markings.note(id, note);
      }
      console.out().println(output.json() ? LineJson.write(new Line.OfDelivery(line)) : text(line));
      return Exit.OK;
    }
  }

  private static String text(DeliveryLine line) {
    String what = line.pinned() ? "pinned" : "not pinned";
    String note = line.note() == null ? "" : ", noted: " + line.note();
    return Plain.text("#" + line.position() + " " + line.id() + " is " + what + note);
  }
}
