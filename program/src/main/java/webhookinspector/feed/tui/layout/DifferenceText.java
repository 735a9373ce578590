package webhookinspector.feed.tui.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.tui.screen.Style;
import webhookinspector.inspection.Difference;

/** How two deliveries differ. */
final class DifferenceText {

  private DifferenceText() {}

  static void write(Paper paper, @Nullable Difference difference) {
    if (difference == null) {
      return;
    }
    String from = "#" + difference.a().position();
    String to = "#" + difference.b().position();
    paper.text(Style.PLAIN.bold(), from + paper.sign(" → ", " -> ") + to);
    paper.text(difference.summary());
    difference.parts().forEach(part -> part(paper, part));
    changes(paper, "Headers", difference.headers());
    changes(paper, "Facts", difference.facts());
  }

  private static void part(Paper paper, Difference.Part part) {
    paper.blank().text(tone(part.what()).bold(), sign(paper, part.what()) + " " + part.title());
    part.changes().forEach(change -> change(paper, change));
  }

  private static void changes(Paper paper, String title, List<Difference.Change> changes) {
    if (!changes.isEmpty()) {
      paper.title(title);
      changes.forEach(change -> change(paper, change));
    }
  }

  private static void change(Paper paper, Difference.Change change) {
    paper.text(Style.FAINT, change.path().isEmpty() ? change.what() : change.path(), 2);
    String before = change.before();
    String after = change.after();
    if (before != null) {
      paper.text(Style.of(Tone.BAD), "- " + before, 4);
    }
    if (after != null) {
      paper.text(Style.of(Tone.GOOD), "+ " + after, 4);
    }
  }

  private static String sign(Paper paper, String what) {
    return switch (what) {
      case Difference.ADDED -> "+ added:";
      case Difference.REMOVED -> "- removed:";
      case Difference.MOVED -> paper.sign("↕", "mv") + " moved:";
      default -> paper.sign("≠", "!=") + " changed:";
    };
  }

  private static Style tone(String what) {
    return switch (what) {
      case Difference.ADDED -> Style.of(Tone.GOOD);
      case Difference.REMOVED -> Style.of(Tone.BAD);
      default -> Style.PLAIN;
    };
  }
}
