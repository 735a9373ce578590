package webhookinspector.feed.tui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;
import webhookinspector.feed.ReplayLine;
import webhookinspector.feed.terminal.Amounts;
import webhookinspector.inspection.DeliveryLine;

/** Sends deliveries again, and remembers what came of it. */
public final class Sending {

  /** Deliveries whose last attempt is known; older ones are in the history. */
  private static final int MOST = 2_000;

  private static final String HINT =
      "byte for byte, with the signature that came · Enter sends · Esc gives up";

  private final Map<String, Line.OfAttempt> last =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Line.OfAttempt> eldest) {
          return size() > MOST;
        }
      };

  private final List<String> targets = new ArrayList<>(List.of("http://localhost:3000/hook"));

  /** What came of the last time that it was sent somewhere. */
  public Optional<Line.OfAttempt> last(String id) {
    return Optional.ofNullable(last.get(id));
  }

  /** Something was sent, by whomever. */
  void told(Line.OfAttempt attempt) {
    last.put(attempt.delivery(), attempt);
  }

  /** A replay of many goes on. */
  void told(Model model, ReplayLine replay) {
    String answers =
        replay.answers().stream()
            .map(a -> a.count() + " × " + (a.status() == null ? "no answer" : a.status()))
            .collect(Collectors.joining(", "));
    String text =
        String.format(
            Locale.ROOT,
            "replay %s: %,d of %,d → %s%s%s",
            replay.state(),
            replay.sent(),
            replay.planned(),
            replay.target(),
            answers.isEmpty() ? "" : " · " + answers,
            replay.because() == null ? "" : ": " + replay.because());
    boolean well = replay.because() == null && replay.taken() == replay.sent();
    model.notice(
        replay.isRunning() ? Notice.plain(text) : well ? Notice.good(text) : Notice.warn(text));
  }

  void one(Model model, DeliveryLine line) {
    ask(model, "replay #" + line.position() + " to", target -> send(model, line, target));
  }

  private interface Sender {
    void send(String target);
  }

  private void ask(Model model, String label, Sender sender) {
    model.prompt(
        new Prompt(
            label,
            HINT,
            targets.getFirst(),
            targets,
            (m, target) -> {
              if (!target.isEmpty()) {
                targets.remove(target);
                targets.addFirst(target);
                sender.send(target);
              }
            }));
  }

  private static void send(Model model, DeliveryLine line, String target) {
    model.notice(Notice.plain("sending #" + line.position() + " to " + target + " …"));
    model.ask(
        host -> host.replay(line.id(), target),
        attempt -> model.notice(words(line, attempt)),
        why -> model.notice(Notice.bad(why)));
  }

  private static Notice words(DeliveryLine line, Line.OfAttempt attempt) {
    String took = Amounts.time(Duration.ofMillis(attempt.millis()));
    Integer status = attempt.status();
    if (status == null) {
      String why = attempt.because() == null ? "" : ": " + attempt.because();
      return Notice.bad("#" + line.position() + ": no answer after " + took + why);
    }
    String text = "#" + line.position() + ": answered " + status + " after " + took;
    return isTaken(status) ? Notice.good(text) : Notice.warn(text);
  }

  /** What Asana takes for success (webhooks guide). */
  private static boolean isTaken(@Nullable Integer status) {
    return status != null && (status == 200 || status == 204);
  }

  /** The marked ones, or else all that match. */
  void many(Model model) {
    List<String> marked = model.marks().ids();
    String filter = model.listing().filter();
    int count = marked.isEmpty() ? model.listing().size() : marked.size();
    String what = marked.isEmpty() ? filter.isEmpty() ? "all" : "all that match" : "marked";
    ask(
        model,
        String.format(Locale.ROOT, "replay %,d %s to", count, what),
        target ->
            model.ask(
                host -> {
                  host.replay(marked, filter, target);
                  return true;
                },
                _ -> model.notice(Notice.plain("replay begins"))));
  }
}
