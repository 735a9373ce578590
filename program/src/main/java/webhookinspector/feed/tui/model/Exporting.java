package webhookinspector.feed.tui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes deliveries into a file: the marked ones, or else all that the list shows. */
final class Exporting implements Prompt.Purpose {

  private static final String REDACT = "--redact";

  private static final String HINT =
      ".jsonl .har .sh .csv, each also .gz · " + REDACT + " behind it gives pseudonyms";

  private static final List<String> NAMES =
      List.of("deliveries.jsonl", "deliveries.har", "deliveries.sh", "deliveries.csv");

  private final List<String> ids;
  private final String filter;

  private Exporting(List<String> ids, String filter) {
    this.ids = List.copyOf(ids);
    this.filter = filter;
  }

  static void begin(Model model) {
    List<String> marked = model.marks().ids();
    String filter = model.listing().filter();
    int count = marked.isEmpty() ? model.listing().size() : marked.size();
    if (count == 0) {
      model.notice(Notice.plain("there is nothing to export yet"));
      return;
    }
    String what = marked.isEmpty() ? filter.isEmpty() ? "all" : "all that match" : "marked";
    String label = String.format(Locale.ROOT, "export %,d %s to", count, what);
    var purpose = new Exporting(marked, filter);
    model.prompt(new Prompt(label, HINT, NAMES.getFirst(), NAMES, purpose));
  }

  @Override
  public void entered(Model model, String text) {
    var words = new ArrayList<>(List.of(text.split(" +", -1)));
    boolean redact = words.remove(REDACT);
    String file = String.join(" ", words);
    if (file.isEmpty()) {
      return;
    }
    model.notice(Notice.plain("writing " + file + " …"));
    model.ask(
        host -> host.export(ids, filter, file, redact), done -> model.notice(words(done, redact)));
  }

  private static Notice words(Host.Exported done, boolean redact) {
    String text =
        String.format(
            Locale.ROOT,
            "wrote %,d to %s; %s",
            done.deliveries(),
            done.file(),
            redact ? "names are pseudonyms" : "signatures are withheld");
    return done.leftOut() == 0
        ? Notice.good(text)
        : Notice.warn(text + "; " + done.leftOut() + " are damaged and left out");
  }

  @Override
  public List<String> completions(String word) {
    return word.startsWith("-") && REDACT.startsWith(word) && !word.equals(REDACT)
        ? List.of(REDACT)
        : List.of();
  }
}
