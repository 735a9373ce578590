package webhookinspector.cli;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.app.Surroundings;
import webhookinspector.feed.LineJson;
import webhookinspector.forward.TargetStatus;
import webhookinspector.outbox.Letter;
import webhookinspector.web.Admin;
import webhookinspector.web.ForwardingJson;
import webhookinspector.web.Refusal;

/** Targets and dead letters as text for people, or as one line of JSON. */
final class TargetText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private TargetText() {}

  static String of(TargetStatus target, boolean json) {
    if (json) {
      return ForwardingJson.write(target);
    }
    String filter = target.filter().isEmpty() ? "" : "  where " + target.filter();
    String first =
        "#%d  %-11s  %s%s".formatted(target.number(), target.state(), target.address(), filter);
    String detail = target.detail().isEmpty() ? "" : target.detail() + "; ";
    String named = target.saved() ? "" : "; named by a run, not saved";
    String with = target.headers().isEmpty() ? "" : "; with " + String.join(", ", target.headers());
    return Plain.text(first + "\n      " + detail + amounts(target) + with + named);
  }

  private static String amounts(TargetStatus target) {
    long waiting = target.waiting() + target.behind();
    String waits = waiting == 0 ? "nothing waits" : waiting + " waiting";
    return waits + (target.dead() == 0 ? "" : ", " + target.dead() + " given up");
  }

  static String of(Letter letter, Surroundings surroundings, boolean json) {
    if (json) {
      return LineJson.object(out -> ForwardingJson.fields(out, letter));
    }
    return Plain.text(
        "%s  to #%d  given up after %d %s since %s: %s"
            .formatted(
                letter.delivery(),
                letter.target(),
                letter.tries(),
                letter.tries() == 1 ? "try" : "tries",
                TIME.format(letter.since().atZone(surroundings.zone())),
                letter.because()));
  }

  /** The number of a target that was named by number or address. */
  static long number(Admin admin, String named) {
    return admin.forwarding().targets().stream()
        .filter(target -> target.address().equals(named) || isNumber(target, named))
        .findFirst()
        .map(TargetStatus::number)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "target: " + named + " (expected: a number or an address)",
                    "`inspector forward list` shows them."));
  }

  private static boolean isNumber(TargetStatus target, String named) {
    return named.replaceFirst("^#", "").equals(Long.toString(target.number()));
  }

  /** One, or all where none was named. */
  static List<Long> numbers(Admin admin, @Nullable String named) {
    return named == null
        ? admin.forwarding().targets().stream().map(TargetStatus::number).toList()
        : List.of(number(admin, named));
  }
}
