package webhookinspector.feed.tui.layout;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.terminal.Amounts;
import webhookinspector.feed.terminal.Badge;
import webhookinspector.feed.terminal.Columns;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.Story;
import webhookinspector.feed.tui.model.Details;
import webhookinspector.feed.tui.model.Section;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;
import webhookinspector.inspection.DeliveryLine;

/** Everything about one delivery: what it is, its parts, and one of them. */
final class DetailPane {

  private static final int MOST_LINES_OF_A_SENTENCE = 3;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private final Look look;
  private @Nullable Set set;

  DetailPane(Look look) {
    this.look = look;
  }

  /** Text that was set last: a body of a megabyte is not set anew for each key. */
  private record Set(
      Details.Content content, Section section, int form, int width, List<Strip> lines) {

    @SuppressWarnings("ReferenceEquality") // comparing megabytes would cost what this saves
    boolean isOf(Details.Content other, Details details, int columns) {
      return content == other
          && section == details.section()
          && form == details.form()
          && width == columns;
    }
  }

  List<Strip> lines(Details details, int width, int height, boolean focused) {
    int inner = width - 2;
    var lines = new ArrayList<Strip>();
    DeliveryLine line = details.line();
    if (line == null) {
      return lines;
    }
    lines.add(first(line, width, focused));
    sentence(line, inner, lines);
    lines.add(facts(line, inner));
    lines.add(Tabs.strip(look.ink(), details.section(), inner, focused));
    lines.add(Strip.BLANK);
    List<Strip> text = text(details, inner);
    int room = Math.max(1, height - lines.size());
    int from = details.scroll().first(text.size(), room);
    lines.addAll(text.subList(from, Math.min(text.size(), from + room)));
    return lines.stream().map(strip -> Strip.BLANK.beside(1, strip)).toList();
  }

  private List<Strip> text(Details details, int width) {
    Details.Content content = details.content();
    if (content == null) {
      String problem = details.problem();
      var paper = new Paper(width, look.ink());
      return paper.text(Style.FAINT, problem == null ? "reading …" : problem).lines();
    }
    Set last = set;
    if (last == null || !last.isOf(content, details, width)) {
      Section section = details.section();
      Paper paper = SectionText.of(look, width, content, section, details.form());
      last = new Set(content, section, details.form(), width, List.copyOf(paper.lines()));
      set = last;
    }
    return last.lines();
  }

  private Strip first(DeliveryLine line, int width, boolean focused) {
    Badge badge = Badge.of(line);
    Pen pen = new Pen(width - 2, look.ink());
    pen.put(Style.of(badge.tone()).bold(), badge.text(look.ink()));
    if (line.pinned()) {
      pen.gap(2).put(Style.FAINT, "pinned");
    }
    String id = "#" + line.position() + "  " + line.id();
    pen.gap(2);
    return pen.endingAt(width - 2, focused ? Style.PLAIN : Style.FAINT, fitting(id, pen.room()))
        .strip();
  }

  private static String fitting(String id, int room) {
    return id.length() <= room ? id : id.substring(0, id.indexOf(' '));
  }

  private void sentence(DeliveryLine line, int width, List<Strip> lines) {
    String text = look.ink().foreign(Story.headline(line, Integer.MAX_VALUE));
    List<String> parts = Columns.wrap(text, width);
    for (String part : parts.subList(0, Math.min(parts.size(), MOST_LINES_OF_A_SENTENCE))) {
      lines.add(new Pen(width, look.ink()).put(Style.PLAIN.bold(), part).strip());
    }
  }

  private Strip facts(DeliveryLine line, int width) {
    String dot = look.ink().sign(" · ", ", ");
    int events = line.events().size();
    String text =
        TIME.format(line.receivedAt().atZone(look.zone()))
            + dot
            + (events == 1 ? "1 event" : events + " events")
            + dot
            + Amounts.size(line.size())
            + (line.answer() == 0 ? "" : dot + "answered " + line.answer());
    return new Pen(width, look.ink()).put(Style.FAINT, text).strip();
  }
}
