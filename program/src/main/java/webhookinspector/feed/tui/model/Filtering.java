package webhookinspector.feed.tui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The filter line: read with each letter, applied when the fingers rest. */
final class Filtering implements Prompt.Purpose {

  private static final Duration REST = Duration.ofMillis(200);
  private static final int MOST_RECENT = 20;

  private static final String HINT = "Enter keeps it · Esc gives it up · ↑ earlier ones";

  private final List<String> recent = new ArrayList<>();
  private String before = "";
  private int typed;

  void begin(Model model) {
    before = model.listing().filter();
    model.prompt(new Prompt("filter", HINT, before, recent, this));
  }

  @Override
  public void changed(Model model, String text) {
    int now = ++typed;
    model.ask(
        host -> host.check(text),
        problem -> {
          if (now == typed) {
            checked(model, text, problem, now);
          }
        });
  }

  private void checked(Model model, String text, Optional<Host.BadFilter> problem, int now) {
    Prompt prompt = model.prompt();
    if (prompt == null) {
      return;
    }
    problem.ifPresentOrElse(
        bad -> prompt.problem(new Prompt.Problem(bad.position(), String.valueOf(bad.getMessage()))),
        () ->
            model.later(
                REST,
                m -> {
                  if (now == typed && m.prompt() != null) {
                    m.filter(text);
                  }
                }));
  }

  /** The list has an answer. */
  void listed(Model model) {
    Prompt prompt = model.prompt();
    if (prompt != null) {
      prompt.count(String.format(Locale.ROOT, "%,d match · ", model.listing().size()));
    }
  }

  @Override
  public void entered(Model model, String text) {
    typed++;
    recent.remove(text);
    if (!text.isEmpty()) {
      recent.addFirst(text);
    }
    if (recent.size() > MOST_RECENT) {
      recent.removeLast();
    }
    model.filter(text);
  }

  @Override
  public void givenUp(Model model) {
    typed++;
    model.filter(before);
  }

  @Override
  public List<String> completions(String word) {
    return FilterWords.completing(word);
  }
}
