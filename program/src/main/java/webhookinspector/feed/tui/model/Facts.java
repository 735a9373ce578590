package webhookinspector.feed.tui.model;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.Opening;
import webhookinspector.feed.terminal.Columns;
import webhookinspector.feed.terminal.Head;
import webhookinspector.feed.terminal.Head.Fact;
import webhookinspector.inspection.Harmless;

/** Facts on as many lines as they need. */
public final class Facts {

  /** How wide their labels are. */
  public static final int LABEL = 12;

  private static final int MARGIN = 2;

  private Facts() {}

  /** Of the head block: title, a blank line, facts, a blank line. */
  static int headRows(Opening opening, int width) {
    return 3 + lines(Head.facts(opening), width).size();
  }

  /** A label stands on the first line of its fact only. */
  public static List<Fact> lines(List<Fact> facts, int width) {
    var lines = new ArrayList<Fact>();
    for (Fact fact : facts) {
      String label = fact.label();
      for (String part :
          Columns.wrap(Harmless.text(fact.text()), Math.max(10, width - LABEL - 2 * MARGIN))) {
        lines.add(new Fact(label, part));
        label = "";
      }
    }
    return lines;
  }
}
