package webhookinspector.feed.tui.screen;

import java.util.ArrayList;
import java.util.List;
import webhookinspector.feed.terminal.Columns;
import webhookinspector.feed.terminal.Ink;
import webhookinspector.feed.terminal.Ink.Tone;

/** Writes one line from left to right, never beyond its width. */
public final class Pen {

  private final int width;
  private final Ink ink;
  private final List<Strip.Piece> pieces = new ArrayList<>();
  private int column;

  public Pen(int width, Ink ink) {
    this.width = width;
    this.ink = ink;
  }

  /** Columns that are left. */
  public int room() {
    return Math.max(0, width - column);
  }

  /** Our own text, cut with a mark where it does not fit. */
  public Pen put(Style style, String text) {
    return put(style, text, room());
  }

  public Pen put(Tone tone, String text) {
    return put(Style.of(tone), text);
  }

  public Pen put(String text) {
    return put(Style.PLAIN, text);
  }

  /** At most so many columns. */
  public Pen put(Style style, String text, int most) {
    int room = Math.min(room(), most);
    if (room > 0 && !text.isEmpty()) {
      String cut = Columns.cut(text, room, ink.sign("…", "~"));
      pieces.add(new Strip.Piece(column, cut, style));
      column += Columns.width(cut);
    }
    return this;
  }

  /** Foreign text, made harmless. */
  public Pen foreign(Style style, String text, int most) {
    return put(style, ink.foreign(text), most);
  }

  public Pen foreign(Style style, String text) {
    return foreign(style, text, room());
  }

  /** Goes on at a column, if that lies ahead. */
  public Pen to(int next) {
    column = Math.max(column, Math.min(next, width));
    return this;
  }

  public Pen gap(int columns) {
    return to(column + columns);
  }

  /** So that the text ends at a column. */
  public Pen endingAt(int end, Style style, String text) {
    return to(Math.min(end, width) - Columns.width(text)).put(style, text);
  }

  public Strip strip() {
    return new Strip(pieces);
  }
}
