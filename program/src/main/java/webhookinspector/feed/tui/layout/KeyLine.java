package webhookinspector.feed.tui.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import webhookinspector.feed.terminal.Ink;
import webhookinspector.feed.tui.model.Binding;
import webhookinspector.feed.tui.model.Keys;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;

/** The keys that are of most use where one is, and at the end always those that help and end. */
final class KeyLine {

  private static final Set<String> AT_THE_END = Set.of("keys", "quit");

  private final Ink ink;

  KeyLine(Ink ink) {
    this.ink = ink;
  }

  private record Hint(String key, String word) {

    int width() {
      return key.length() + 1 + word.length();
    }
  }

  Strip strip(Model model, int width) {
    List<Hint> end = hints(Keys.LIST, true);
    if (model.sheets().open() != null) {
      end = List.of(new Hint("j k", "scroll"), new Hint("Esc", "close"));
    }
    int room = width - 1 - end.stream().mapToInt(hint -> hint.width() + 2).sum();
    Pen pen = new Pen(width, ink).to(1);
    for (Hint hint : inFront(model)) {
      if (width - pen.room() + hint.width() <= room) {
        put(pen, hint);
      }
    }
    pen.to(room + 1);
    end.forEach(hint -> put(pen, hint));
    return pen.strip();
  }

  private static List<Hint> inFront(Model model) {
    if (model.sheets().open() != null) {
      return List.of();
    }
    var hints = new ArrayList<Hint>();
    if (model.isInDetails()) {
      hints.addAll(hints(Keys.DETAILS, false));
    }
    hints.addAll(hints(Keys.LIST, false));
    return hints;
  }

  private static List<Hint> hints(List<Binding> keys, boolean atTheEnd) {
    return keys.stream()
        .filter(binding -> !binding.hint().isEmpty())
        .filter(binding -> AT_THE_END.contains(binding.hint()) == atTheEnd)
        .map(binding -> new Hint(binding.first(), binding.hint()))
        .toList();
  }

  private static void put(Pen pen, Hint hint) {
    pen.put(Style.PLAIN.bold(), hint.key).gap(1).put(Style.FAINT, hint.word).gap(2);
  }
}
