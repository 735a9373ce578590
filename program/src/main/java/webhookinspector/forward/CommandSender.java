package webhookinspector.forward;

import java.time.Duration;
import java.util.Optional;
import webhookinspector.command.Command;
import webhookinspector.feed.LineJson;
import webhookinspector.inbox.Judged;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Harmless;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;
import webhookinspector.outbox.Letter;

/**
 * Runs a command for each event of a delivery, one after the other, until one fails. The event
 * stands on its standard input as a line of JSON; nothing of it is ever an argument or a variable.
 *
 * @param names for the sentences
 */
public record CommandSender(Command command, Names names) implements Sender {

  /** Longer than a careful command takes; one that hangs would hold up the others. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public Result send(Letter letter, Judged judged) {
    long start = System.nanoTime();
    DeliveryLine line = Inspector.inspect(letter.position(), judged, null, names).line();
    try {
      for (EventLine event : line.events()) {
        Command.Ending ending = command.run(json(line, event) + "\n");
        if (!ending.well()) {
          return failed(ending, since(start));
        }
      }
      return Result.taken(0, since(start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Result.failed(since(start), true, "interrupted");
    }
  }

  private static String json(DeliveryLine line, EventLine event) {
    return LineJson.object(
        out -> {
          out.writeStringProperty("delivery", line.id());
          out.writeNumberProperty("position", line.position());
          out.writeStringProperty("inbox", line.inbox());
          LineJson.time(out, "receivedAt", line.receivedAt());
          LineJson.fields(out, event);
        });
  }

  private static Result failed(Command.Ending ending, Duration took) {
    String because = Harmless.text(ending.because());
    return switch (ending) {
      case Command.Exited exited -> Result.refused(exited.code(), took, because, Optional.empty());
      case Command.Late _ -> Result.failed(took, true, because);
      case Command.NotStarted _ -> Result.failed(took, false, because);
    };
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
