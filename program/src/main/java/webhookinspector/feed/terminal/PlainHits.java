package webhookinspector.feed.terminal;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.inspection.Excerpt;
import webhookinspector.inspection.Hit;

/**
 * What a search found, for people: the rows of the list, and beneath each where the words stand.
 */
public final class PlainHits {

  private static final int INDENT = 8;

  private final Look look;
  private final Ink ink;

  private PlainHits(Look look) {
    this.look = look;
    this.ink = look.ink();
  }

  /** The lines to print, hits in the order in which they are given. */
  public static List<String> of(List<Hit> hits, Look look) {
    var plain = new PlainHits(look);
    var lines = new ArrayList<String>();
    for (Hit hit : hits) {
      lines.add(Headline.of("", hit.delivery(), look));
      hit.excerpts().forEach(excerpt -> lines.add(plain.excerpt(excerpt)));
    }
    return lines.stream().map(String::stripTrailing).toList();
  }

  /** On one line, cut at both ends, so that the words are always on it. */
  private String excerpt(Excerpt excerpt) {
    String place = " ".repeat(INDENT) + Columns.left(excerpt.in(), 10);
    int room = Math.max(20, look.columns() - Columns.width(place));
    String match = Columns.cut(ink.foreign(excerpt.match()), room, ink.sign("…", "~"));
    int left = (room - Columns.width(match)) / 2;
    String before = end(ink.foreign(excerpt.before()), left);
    int right = room - Columns.width(match) - Columns.width(before);
    String after = Columns.cut(ink.foreign(excerpt.after()), right, ink.sign("…", "~"));
    return ink.paint(Tone.FAINT, place)
        + ink.paint(Tone.FAINT, before)
        + ink.found(match)
        + ink.paint(Tone.FAINT, right <= 1 ? "" : after);
  }

  /** The last so many columns. */
  private static String end(String text, int columns) {
    int from = 0;
    while (Columns.width(text.substring(from)) > columns) {
      from += Character.charCount(text.codePointAt(from));
    }
    return text.substring(from);
  }
}
