package webhookinspector.feed.tui.layout;

import java.util.List;
import webhookinspector.feed.terminal.Ink;
import webhookinspector.feed.tui.model.Section;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;

/** The parts of a delivery in a row: as many as there is room for, the chosen one always. */
final class Tabs {

  private static final List<Section> ALL = List.of(Section.values());

  /** Room for the signs that there are more. */
  private static final int MORE = 2;

  private Tabs() {}

  static Strip strip(Ink ink, Section chosen, int width, boolean focused) {
    int gap = width >= width(ALL, 2) ? 2 : 1;
    int first = 0;
    while (width(ALL.subList(first, ALL.indexOf(chosen) + 1), gap) > width - MORE) {
      first++;
    }
    Pen pen = new Pen(width, ink);
    if (first > 0) {
      pen.put(Style.FAINT, ink.sign("‹", "<"));
    }
    for (Section section : ALL.subList(first, ALL.size())) {
      boolean last = section.equals(ALL.getLast());
      if (pen.room() < section.title().length() + (last ? 0 : MORE)) {
        return pen.put(Style.FAINT, ink.sign("›", ">")).strip();
      }
      pen.put(section == chosen ? chosen(focused) : Style.FAINT, section.title()).gap(gap);
    }
    return pen.strip();
  }

  private static Style chosen(boolean focused) {
    return focused ? Style.PLAIN.bold().chosen() : Style.PLAIN.bold().underline();
  }

  private static int width(List<Section> sections, int gap) {
    return sections.stream().mapToInt(section -> section.title().length() + gap).sum();
  }
}
