package webhookinspector.feed.tui.screen;

import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.terminal.Ink;
import webhookinspector.feed.terminal.Ink.Tone;

/**
 * Writes the escape sequences (ECMA-48) that turn one picture into the next: only rows that differ.
 * Each piece behind text that is not ASCII is placed by its column, for no two programs agree about
 * the width of every character.
 */
public final class Painter {

  /** Terminals that know synchronized output show the whole at once; the others pass it over. */
  private static final String BEGIN = "\u001b[?2026h\u001b[?25l";

  private static final String END = "\u001b[?2026l";

  private final Ink ink;
  private @Nullable Picture shown;

  public Painter(Ink ink) {
    this.ink = ink;
  }

  /** The screen was cleared, resized or written on by somebody else. */
  public void forget() {
    shown = null;
  }

  /** What to write; "" if nothing changed. */
  public String paint(Picture next) {
    Picture before = shown;
    if (next.equals(before)) {
      return "";
    }
    shown = next;
    var out = new StringBuilder(BEGIN);
    boolean anew =
        before == null || before.width() != next.width() || before.height() != next.height();
    if (anew) {
      out.append("\u001b[0m\u001b[2J");
    }
    List<Strip> old = before == null || anew ? List.of() : before.strips();
    for (int row = 0; row < next.height(); row++) {
      Strip strip = next.strips().get(row);
      if (anew ? !strip.equals(Strip.BLANK) : !strip.equals(old.get(row))) {
        row(out, row, strip, next.width());
      }
    }
    if (next.caret() != null) {
      place(out, next.caret().row(), next.caret().column());
      out.append("\u001b[?25h");
    }
    return out.append(END).toString();
  }

  private void row(StringBuilder out, int row, Strip strip, int width) {
    place(out, row, 0);
    int column = 0;
    boolean sure = true;
    for (Strip.Piece piece : strip.pieces()) {
      if (!sure) {
        out.append("\u001b[K\u001b[").append(piece.column() + 1).append('G');
      } else {
        out.repeat(' ', piece.column() - column);
      }
      String codes = codes(piece.style());
      out.append(codes).append(piece.text());
      if (!codes.isEmpty()) {
        out.append("\u001b[0m");
      }
      sure = piece.text().chars().allMatch(c -> c < 0x7f);
      column = piece.end();
    }
    if (column < width) {
      out.append("\u001b[K"); // behind a full row it would take the last character away
    }
  }

  private static void place(StringBuilder out, int row, int column) {
    out.append("\u001b[").append(row + 1).append(';').append(column + 1).append('H');
  }

  private String codes(Style style) {
    var codes = new StringBuilder();
    if (style.strong()) {
      codes.append(";1");
    }
    if (style.underlined()) {
      codes.append(";4");
    }
    if (style.lit()) {
      codes.append(";7");
    } else if (style.tone() != Tone.STRONG) {
      String code = ink.code(style.tone());
      codes.append(code.isEmpty() ? "" : ";" + code);
      codes.append(code.isEmpty() && style.tone() == Tone.FAINT ? ";2" : "");
    }
    return codes.isEmpty() ? "" : "\u001b[0" + codes + "m";
  }
}
